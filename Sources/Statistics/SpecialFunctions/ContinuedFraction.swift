/// What the evaluations by Lentz' method share.
enum ContinuedFraction {
  /// A step that changes the value by a unit in the last place or less ends the evaluation.
  static let tolerance = 2.3e-16

  /// A zero partial denominator is moved off zero, as Lentz' method asks; the next step repairs it.
  @inline(__always)
  static func nonZero(_ value: Double) -> Double {
    value.magnitude < 1e-300 ? 1e-300 : value
  }
}
