internal import RealModule

// Loader's binomial and Poisson probabilities; counts are whole numbers carried as doubles.
extension SaddlePoint {
  /// ln P(X = count) for a Poisson variable of positive mean.
  static func logPoisson(_ count: Double, mean: Double) -> Double {
    guard count > 0 else { return -mean }
    return -deviance(count, about: mean, difference: mean - count) - stirlingError(count)
      - 0.5 * .log(2 * .pi * count)
  }

  /// ln P(X = count) for a binomial variable, 0 ≤ count ≤ trials, 0 < probability < 1.
  static func logBinomial(_ count: Double, trials: Double, probability: Double) -> Double {
    let failures = trials - count
    if count == 0 { return trials * .log(onePlus: -probability) }
    if failures == 0 { return trials * .log(probability) }
    // How far the counted successes exceed the expected ones; failures fall short by as many.
    let excess = count.addingProduct(-trials, probability)
    let deviances =
      deviance(count, about: trials * probability, difference: -excess)
      + deviance(failures, about: trials * (1 - probability), difference: excess)
    return stirlingError(trials) - stirlingError(count) - stirlingError(failures) - deviances
      - 0.5 * .log(2 * .pi * count * (failures / trials))
  }
}
