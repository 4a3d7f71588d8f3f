internal import RealModule

/// How many standard errors a two-sided interval of a confidence strictly between 0 and 1 reaches.
func normalMultiplier(_ confidence: Double) -> Double {
  precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1")
  return -.normalQuantile((1 - confidence) / 2)
}

/// The same where the standard error was estimated with the degrees of freedom given, infinite
/// for the normal distribution.
func tMultiplier(_ confidence: Double, degreesOfFreedom: Double) -> Double {
  precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1")
  guard degreesOfFreedom.isFinite else { return normalMultiplier(confidence) }
  return StudentT(uncheckedDegreesOfFreedom: degreesOfFreedom)
    .quantile(upperTail: (1 - confidence) / 2)
}
