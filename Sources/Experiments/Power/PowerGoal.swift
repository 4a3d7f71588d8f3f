/// What an experiment is to show.
public enum PowerGoal: String, Sendable, CaseIterable {
  /// That arms differ.
  case difference
  /// That an arm is not worse than the control by a margin, where they are alike.
  case nonInferiority = "non-inferiority"
  /// That an arm is neither better nor worse by a margin, where they are alike.
  case equivalence

  /// The chance of showing it from that of one of its tests.
  ///
  /// Equivalence takes two one-sided tests, each as likely where arms are alike; both succeed at least as often as
  /// Bonferroni's inequality says, and just so often where the variance is known and the margin wide enough for either
  /// (Chow, Shao and Wang, "Sample size calculations in clinical research", 2nd edition, 2008, section 3.2.3).
  func chance(ofOne chance: Double) -> Double { self == .equivalence ? 2 * chance - 1 : chance }

  /// The power that one test needs.
  func powerOfOne(_ power: Double) -> Double {
    self == .equivalence ? (1 + power) / 2 : power
  }
}
