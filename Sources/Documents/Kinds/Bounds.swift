/// Between which figures a value must lie.
package struct Bounds: Sendable, Equatable {
  package var low: Double
  package var high: Double
  /// Whether the bounds themselves are allowed.
  package var isClosed: (low: Bool, high: Bool)

  package init(low: Double, high: Double, isClosed: (low: Bool, high: Bool) = (true, true)) {
    self.low = low
    self.high = high
    self.isClosed = isClosed
  }

  package static let share = Bounds(low: 0, high: 1)
  /// 0 and 1 themselves are excluded.
  package static let properShare = Bounds(low: 0, high: 1, isClosed: (false, false))
  package static let zeroOrMore = Bounds(low: 0, high: .infinity)
  package static let aboveZero = Bounds(low: 0, high: .infinity, isClosed: (false, true))
  package static let any = Bounds(low: -.infinity, high: .infinity)

  package static func from(_ low: Double, to high: Double) -> Bounds {
    Bounds(low: low, high: high)
  }

  package static func == (first: Bounds, second: Bounds) -> Bool {
    first.low == second.low && first.high == second.high && first.isClosed == second.isClosed
  }

  package func contain(_ value: Double) -> Bool {
    (value > low || (isClosed.low && value == low))
      && (value < high || (isClosed.high && value == high))
  }

  /// How to continue "a share", such as " from 0% to 100%"; empty where it goes without saying.
  package func phrase(_ write: (Double) -> String) -> String {
    switch (low.isFinite, high.isFinite) {
    case (false, false): ""
    case (true, false) where low == 0 && isClosed.low: ""
    case (true, false): isClosed.low ? " of at least \(write(low))" : " above \(write(low))"
    case (false, true): " of at most \(write(high))"
    case (true, true):
      isClosed == (true, true)
        ? " from \(write(low)) to \(write(high))"
        : " above \(write(low)) and \(isClosed.high ? "of at most" : "below") \(write(high))"
    }
  }

  package func check(_ value: Double, _ write: (Double) -> String) throws(Mismatch) {
    guard !contain(value) else { return }
    if value < 0, low == 0 { throw Mismatch(reason: "The value must not be negative.") }
    guard value > low else { throw Mismatch(reason: "The value is too small.") }
    throw Mismatch(
      reason: isClosed.high
        ? "The value is above \(write(high))." : "The value is not below \(write(high)).")
  }
}
