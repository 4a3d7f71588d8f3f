internal import Statistics

/// How an estimate over its standard error falls where there is no effect: Student's t, or normal.
struct StatisticLaw {
  /// Infinite for the normal distribution.
  let degreesOfFreedom: Double

  /// P(T > t).
  func upperTail(_ t: Double) -> Double {
    degreesOfFreedom.isInfinite
      ? .normalCDF(-t) : StudentT(uncheckedDegreesOfFreedom: degreesOfFreedom).upperTail(t)
  }

  /// The t with P(T > t) = q.
  func quantile(upperTail q: Double) -> Double {
    degreesOfFreedom.isInfinite
      ? -.normalQuantile(q)
      : StudentT(uncheckedDegreesOfFreedom: degreesOfFreedom).quantile(upperTail: q)
  }
}
