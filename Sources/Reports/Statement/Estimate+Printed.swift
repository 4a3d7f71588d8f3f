import Market
import Statistics

extension Estimate {
  /// The estimate with its value as it is printed, which lies in both of its intervals.
  ///
  /// A printed value is rounded, and may come to lie past an end of an interval that is as narrow as that.
  func printed(_ value: Double) -> Estimate {
    var estimate = self
    estimate.value = value
    estimate.precision = precision?.reaching(value)
    estimate.prediction = prediction?.reaching(value)
    return estimate
  }
}

extension Interval {
  /// The interval, as far as to a value that is printed with it; one without width is the value.
  func reaching(_ value: Double) -> Interval {
    width == 0
      ? Interval(low: value, high: value) : Interval(low: min(low, value), high: max(high, value))
  }
}
