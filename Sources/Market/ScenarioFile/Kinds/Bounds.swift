/// Between which figures a value must lie.
struct Bounds: Sendable, Equatable {
  var low: Double
  var high: Double
  /// Whether the bounds themselves are allowed.
  var isClosed = (low: true, high: true)

  static let share = Bounds(low: 0, high: 1)
  /// 0 and 1 themselves are excluded.
  static let properShare = Bounds(low: 0, high: 1, isClosed: (false, false))
  static let zeroOrMore = Bounds(low: 0, high: .infinity)
  static let aboveZero = Bounds(low: 0, high: .infinity, isClosed: (false, true))
  static let any = Bounds(low: -.infinity, high: .infinity)

  static func from(_ low: Double, to high: Double) -> Bounds { Bounds(low: low, high: high) }

  static func == (first: Bounds, second: Bounds) -> Bool {
    first.low == second.low && first.high == second.high && first.isClosed == second.isClosed
  }

  func contain(_ value: Double) -> Bool {
    (value > low || (isClosed.low && value == low))
      && (value < high || (isClosed.high && value == high))
  }

  /// How to continue "a share", such as " from 0% to 100%"; empty where it goes without saying.
  func phrase(_ write: (Double) -> String) -> String {
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

  func check(_ value: Double, _ write: (Double) -> String) throws(Mismatch) {
    guard !contain(value) else { return }
    if value < 0, low == 0 { throw Mismatch(reason: "The value must not be negative.") }
    let isLow = value < low || value == low
    throw Mismatch(reason: "The value is too \(isLow ? "small" : "large").")
  }
}
