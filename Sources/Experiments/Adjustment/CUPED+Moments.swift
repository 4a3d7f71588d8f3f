package import Statistics

extension CUPED {
  /// The weights of an outcome, from the arms that have two units or more and a value; others tell nothing
  /// of them.
  ///
  /// - Throws: `NotEstimable` as `init`.
  package init(enoughIn arms: [CoMoments], _ outcome: Outcome, covariates: [Outcome])
    throws(NotEstimable)
  {
    let enough = arms.filter { $0.count >= 2 && (try? outcome.value(at: $0.means)) != nil }
    guard !enough.isEmpty else { throw NotEstimable("no arm has two units with a value") }
    try self.init(enough, outcomes: [outcome], covariates: covariates)
  }

  /// How the adjusted outcome's mean in a cell changes with the means of the cell's variables.
  package func gradient(of outcome: Outcome, covariates: [Outcome], at means: [Double])
    throws(NotEstimable)
    -> [Double]
  {
    var gradient = try outcome.gradient(at: means)
    for (place, covariate) in covariates.enumerated() {
      for (variable, slope) in try covariate.gradient(at: means).enumerated() {
        gradient[variable] -= coefficients[place, 0] * slope
      }
    }
    return gradient
  }
}
