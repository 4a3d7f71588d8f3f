internal import RealModule
public import Statistics

extension ProportionDifference {
  /// Miettinen and Nurminen, "Comparative analysis of two rates", Statistics in Medicine 4, 1985: the
  /// differences that a score test does not reject.
  public func miettinenNurminenInterval(confidence: Double = 0.95) -> Interval {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1")
    let critical = -Double.normalQuantile((1 - confidence) / 2)
    return Interval(
      low: end(from: estimate, to: -1) { score(at: $0) > critical },
      high: end(from: estimate, to: 1) { score(at: $0) < -critical })
  }

  /// The z statistic of the hypothesis that the true difference is `difference`; it falls as that rises.
  func score(at difference: Double) -> Double {
    let (m, n) = (control.trials, treatment.trials)
    let p = constrainedControl(difference)
    let q = p + difference
    let variance = (p * (1 - p) / m + q * (1 - q) / n) * (m + n) / (m + n - 1)
    let gap = estimate - difference
    guard variance > 0 else { return gap == 0 ? 0 : gap > 0 ? .infinity : -.infinity }
    return gap / variance.squareRoot()
  }

  /// The least count of the arm whose score is far enough, were the control's count another one.
  ///
  /// Scores rise with the arm's count.
  ///
  /// - Parameters:
  ///   - counts: Among these; the one after the last where none does.
  ///   - own: The control's.
  ///   - difference: Whose score.
  ///   - isEnough: Whether a score is; those above it are too.
  /// - Returns: The count.
  func firstCount(
    among counts: ClosedRange<Int>, control own: Int, at difference: Double,
    where isEnough: (Double) -> Bool
  ) -> Int {
    var (low, high) = (counts.lowerBound, counts.upperBound + 1)
    while low < high {
      let middle = (low + high) / 2
      let table = ProportionDifference(
        Proportion(uncheckedSuccesses: Double(middle), trials: treatment.trials),
        from: Proportion(uncheckedSuccesses: Double(own), trials: control.trials))
      if isEnough(table.score(at: difference)) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The control's share that makes the data likeliest where the true difference is given.
  ///
  /// The root of a cubic in closed form, from Farrington and Manning, "Test statistics and sample size
  /// formulae for comparative binomial trials", Statistics in Medicine 9, 1990.
  func constrainedControl(_ difference: Double) -> Double {
    let theta = control.trials / treatment.trials
    let a = 1 + theta
    let b = -(1 + theta + treatment.estimate + theta * control.estimate + difference * (theta + 2))
    let c =
      difference * difference + difference * (2 * treatment.estimate + theta + 1)
      + treatment.estimate + theta * control.estimate
    let d = -treatment.estimate * difference * (1 + difference)
    let shift = b / (3 * a)
    let v = shift * shift * shift - b * c / (6 * a * a) + d / (2 * a)
    let square = max(0, shift * shift - c / (3 * a))
    let u = (v < 0 ? -1 : 1) * square.squareRoot()
    let cosine = u == 0 ? 0 : min(1, max(-1, v / (u * u * u)))
    let share = 2 * u * .cos((.pi + .acos(cosine)) / 3) - shift
    // The root is the treatment's share; rounding may carry either over an end.
    let (low, high) = (max(0, -difference), min(1, 1 - difference))
    return min(max(share - difference, low), max(low, high))
  }

  /// Where, going from the estimate to the end of the possible, a difference begins to be rejected.
  private func end(from estimate: Double, to limit: Double, rejected: (Double) -> Bool) -> Double {
    guard rejected(limit) else { return limit }
    var (inside, outside) = (estimate, limit)
    while true {
      let middle = inside + (outside - inside) / 2
      guard middle != inside, middle != outside else { return middle }
      if rejected(middle) { outside = middle } else { inside = middle }
    }
  }
}
