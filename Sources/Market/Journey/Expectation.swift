/// What somebody without an offer expects of the next, from day to day, and how it makes them wait rather than buy at full
/// price: purchases are multiplied by max(0.1, 1 − ρ·w·A/mean basket).
struct Expectation {
  /// Nobody is spoilt so much that they never buy at full price.
  private static let least = 0.1
  /// A share of purchases that is as good as none.
  private static let unfelt = 1e-4

  private var course: RewardCourse
  /// ρ·w over the mean basket.
  private let slows: Double

  init(course: RewardCourse, slows: Double) {
    self.course = course
    self.slows = slows
  }

  /// What slows nobody.
  static var nothing: Self { Self(course: RewardCourse(value: 0, goal: 0, kept: 0), slows: 0) }

  /// A.
  var value: Double { course.value }

  /// What purchases of the day are multiplied by.
  var factor: Double {
    let missed = slows * course.value
    // Chosen, not branched to: it is asked every day.
    let kept = max(Self.least, 1 - missed)
    return missed < Self.unfelt ? 1 : kept
  }

  mutating func pass() { course.pass() }
}
