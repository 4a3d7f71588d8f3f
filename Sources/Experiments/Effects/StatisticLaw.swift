import Statistics

/// How an estimate over its standard error falls where there is no effect: Student's t, or normal.
package struct StatisticLaw {
  /// Infinite for the normal distribution.
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(T > t).
  package func upperTail(_ t: Double) -> Double {
    degreesOfFreedom.isInfinite
      ? .normalCDF(-t) : StudentT(uncheckedDegreesOfFreedom: degreesOfFreedom).upperTail(t)
  }

  /// The t with P(T > t) = q.
  package func quantile(upperTail q: Double) -> Double {
    degreesOfFreedom.isInfinite
      ? -.normalQuantile(q)
      : StudentT(uncheckedDegreesOfFreedom: degreesOfFreedom).quantile(upperTail: q)
  }
}
