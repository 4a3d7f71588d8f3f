/// What two groups have of a metric: the difference of their means and its Welch standard error.
struct TwoGroups {
  let treated: Group
  let control: Group

  /// A mean with its squared standard error.
  struct Group {
    package let count: Double
    let mean: Double
    /// Not a number below two values.
    let squaredError: Double

    /// From sums of values that are centred, so that squares of means do not swallow the variance.
    init(count: Double, sum: Double, squares: Double) {
      self.count = count
      mean = sum / count
      squaredError = count > 1 ? max(squares - sum * sum / count, 0) / (count - 1) / count : .nan
    }

    private init(count: Double, mean: Double, squaredError: Double) {
      (self.count, self.mean, self.squaredError) = (count, mean, squaredError)
    }

    /// The same of a metric in its own unit.
    func scaled(_ standard: StandardColumns, _ metric: Int) -> Group {
      let scale = standard.scales[metric]
      return Group(
        count: count, mean: standard.means[metric] + scale * mean,
        squaredError: scale * scale * squaredError)
    }
  }

  package var difference: Double { treated.mean - control.mean }

  var standardError: Double { (treated.squaredError + control.squaredError).squareRoot() }

  /// Welch's t: the difference in standard errors.
  var statistic: Double { difference / standardError }

  /// The same of sums in single precision of a metric with variance 1, infinite where nothing varies within.
  ///
  /// What rounding leaves of a variance of 0 would make a t of any size of it.
  var statisticOfFloats: Double {
    let within = treated.squaredError * treated.count + control.squaredError * control.count
    return within > 1e-5 ? statistic : difference == 0 ? 0 : difference * .infinity
  }

  /// Welch's degrees of freedom.
  package var degreesOfFreedom: Double {
    satterthwaite([
      (treated.squaredError, treated.count - 1), (control.squaredError, control.count - 1),
    ])
  }
}
