/// A range of a quantity, both ends included, in the quantity's unit.
public struct Interval: Equatable, Sendable {
  public let low: Double
  public let high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  public init(center: Double, halfWidth: Double) {
    self.init(low: center - halfWidth, high: center + halfWidth)
  }

  public var width: Double { high - low }
  public var halfWidth: Double { width / 2 }

  public func contains(_ value: Double) -> Bool { value >= low && value <= high }
}
