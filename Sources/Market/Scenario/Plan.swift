/// What we would do: contacts bought, offers made, and how people are served.
///
/// Every plan of a scenario lists the same channels.
public struct Plan: Sendable, Equatable {
  /// Offers of one plan that are told apart, each by a twin of the plan without it.
  public static let mostOffers = 100

  public var name: String
  public var channels: [Channel]
  public var offers: [Offer]
  public var operations: Operations

  public init(
    name: String, channels: [Channel] = [], offers: [Offer] = [],
    operations: Operations = Operations()
  ) {
    self.name = name
    self.channels = channels
    self.offers = offers
    self.operations = operations
  }

  /// Whether two plans differ in nothing but their names.
  package func doesTheSame(as other: Plan) -> Bool {
    var other = other
    other.name = name
    return other == self
  }
}
