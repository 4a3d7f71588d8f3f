import Statistics

/// What looking again and again does to a test made for one look.
public enum Peeking {
  /// The chance that any of equally spaced looks finds an effect where there is none.
  ///
  /// Each look tests at the level alpha as if it were the only one: Armitage, McPherson and Rowe (1969).
  public static func errorRate(looks: Int, alpha: Double = 0.05, isTwoSided: Bool = true)
    -> Double
  {
    precondition(looks > 0, "a test has at least one look")
    precondition(alpha > 0 && alpha < 1, "an error rate lies strictly between 0 and 1")
    let bound = -Double.normalQuantile(isTwoSided ? alpha / 2 : alpha)
    let times = GroupSequentialDesign.equalLooks(looks)
    let chances = StoppingChances(
      looks: times, low: times.map { _ in isTwoSided ? -bound : -.infinity },
      high: times.map { _ in bound }, drift: 0)
    return (chances.upper + chances.lower).reduce(0, +)
  }
}
