/// What a customer is expected to bring within a time, and between what nine of ten such customers will bring.
public struct CustomerWorth: Sendable, Equatable {
  /// The mean basket expected of the customer's orders, in the unit of γ; nil where it is infinite.
  public let expectedBasket: Double?
  /// CLV within the time; nil where it is infinite.
  public let value: Double?
  /// The 5% and 95% points of what the customer will bring.
  public let low: Double
  public let high: Double
}

/// How money of a customer's orders counts.
public struct WorthTerms: Sendable, Equatable {
  /// Units of time ahead.
  public var horizon: Double
  /// Share of an order that is margin; 1 counts revenue.
  public var margin: Double
  /// δ, per unit of time.
  public var discountRate: Double

  public init(horizon: Double, margin: Double = 1, discountRate: Double = 0) {
    self.horizon = horizon
    self.margin = margin
    self.discountRate = discountRate
  }
}
