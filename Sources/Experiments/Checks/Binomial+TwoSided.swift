import Statistics

extension Binomial {
  /// P(a count no likelier than the one observed): the two-sided test by the method of small p-values.
  func twoSidedPValue(_ observed: Int) -> Double {
    // Counts as likely as the observed one but for rounding belong to it.
    let limit = probability(of: observed) * (1 + 1e-7)
    let mode = Int(Double(trials + 1) * probability)
    if observed == mode { return 1 }
    // Likelihood falls on either side of the mode: search the other side for where it has fallen enough.
    if observed < mode {
      var (low, high) = (mode, trials + 1)
      while low < high {
        let middle = (low + high) / 2
        if probability(of: middle) <= limit { high = middle } else { low = middle + 1 }
      }
      return min(1, cdf(observed) + upperTail(low - 1))
    }
    var (low, high) = (-1, mode)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if probability(of: middle) <= limit { low = middle } else { high = middle - 1 }
    }
    return min(1, cdf(low) + upperTail(observed - 1))
  }
}
