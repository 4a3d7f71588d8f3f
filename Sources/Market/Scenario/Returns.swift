internal import RealModule
internal import Statistics

/// How much of what is bought goes back, and when.
public struct Returns: Sendable, Equatable {
  /// ρ: the chance that it does.
  public var share: Double
  /// d: days until then, on average where they vary.
  public var after: Double
  /// Whether the days are Exponential(d), or always d.
  public var varies: Bool

  public init(share: Double, after: Double, varies: Bool = true) {
    self.share = share
    self.after = after
    self.varies = varies
  }
}

extension Returns {
  /// Days until something goes back, drawn; `nil` where it is kept.
  ///
  /// Of a larger share the same things go back, and more.
  func delay(_ stream: inout DrawStream) -> Double? {
    guard stream.uniform() < share else { return nil }
    return varies ? after * stream.exponential() : after
  }

  /// What goes back as it is worth on the day it was bought: ρ·E[e^{−δD}].
  func discountedShare(at rate: Double) -> Double {
    share * (varies ? 1 / (1 + rate * after) : Double.exp(-rate * after))
  }
}
