/// The χ² distribution.
public struct ChiSquared: Sendable {
  /// Not necessarily whole.
  public let degreesOfFreedom: Double

  /// For degrees of freedom known to be positive and finite.
  public init(uncheckedDegreesOfFreedom degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X > x) = Q(ν/2, x/2): Abramowitz and Stegun (1964), 26.4.19.
  public func upperTail(_ x: Double) -> Double {
    x <= 0 ? 1 : .regularizedGammaQ(degreesOfFreedom / 2, x / 2)
  }
}
