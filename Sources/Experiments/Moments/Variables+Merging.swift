import Statistics

/// The mean of a covariate where it was observed.
struct ObservedMean {
  /// How many units have it.
  package let count: Double
  let mean: Double
}

extension Variables {
  /// What the union of two sets of units keeps: an indicator wherever either has one, and for missing
  /// values the mean over both.
  func merged(
    with other: Variables, observedMeans: [ObservedMean], _ otherMeans: [ObservedMean]
  ) -> Variables {
    precondition(
      outcomes == other.outcomes && covariates == other.covariates,
      "only cells of the same variables can be merged")
    var joint = self
    joint.fills = covariates.indices.compactMap { number in
      guard position(ofIndicator: number) != nil || other.position(ofIndicator: number) != nil
      else { return nil }
      let (own, others) = (observedMeans[number], otherMeans[number])
      let count = own.count + others.count
      let value = count > 0 ? own.mean + others.count / count * (others.mean - own.mean) : own.mean
      return Fill(covariate: number, value: value)
    }
    return joint
  }

  /// The weights that turn these variables into those of `target`.
  ///
  /// A covariate with g in place of f where it was missing is itself plus (g − f) times its indicator;
  /// an indicator that was not kept is 0 throughout.
  func weights(toExpress target: Variables) -> Matrix {
    var weights = Matrix(rows: target.count, columns: count)
    for place in 0..<(outcomes.count + covariates.count) { weights[place, place] = 1 }
    for fill in target.fills {
      guard let from = position(ofIndicator: fill.covariate),
        let to = target.position(ofIndicator: fill.covariate),
        let old = fills.first(where: { $0.covariate == fill.covariate })
      else { continue }
      weights[to, from] = 1
      weights[position(ofCovariate: fill.covariate), from] = fill.value - old.value
    }
    return weights
  }
}
