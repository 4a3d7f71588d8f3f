/// What the evaluations by Lentz' method share.
enum ContinuedFraction {
  /// A step that changes the value by a unit in the last place or less ends the evaluation.
  static let tolerance = 2.3e-16

  /// Steps at most; a fraction takes about a tenth of the root of its largest parameter where it takes most.
  ///
  /// Beyond 2⁵³, where a parameter is no longer told from the next, more would not help.
  static let mostSteps = 1 << 25

  /// A zero partial denominator is moved off zero, as Lentz' method asks; the next step repairs it.
  @inline(__always)
  static func nonZero(_ value: Double) -> Double {
    value.magnitude < 1e-300 ? 1e-300 : value
  }
}
