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
  return tMultiplier(eachTail: (1 - confidence) / 2, degreesOfFreedom: degreesOfFreedom)
}

/// How many such standard errors leave this chance on either side.
func tMultiplier(eachTail tail: Double, degreesOfFreedom: Double) -> Double {
  degreesOfFreedom.isFinite
    ? StudentT(uncheckedDegreesOfFreedom: degreesOfFreedom).quantile(upperTail: tail)
    : -.normalQuantile(tail)
}
