import Experiments
internal import Documents
internal import Statistics

/// Chooses each metric's estimator, as the plan has it or by default.
struct Estimating {
  let plan: AnalysisPlan
  let table: UnitTable
  /// The arms, those without units too.
  let names: [String]
  /// Where the plan needs rows.
  let adjusting: Adjusting?
  /// Where the plan resamples.
  let bootstrapping: Bootstrapping?
  /// Whether every cluster and stratum has a constant of its own.
  var isWithinClusters = false

  func comparison(_ place: Int, _ moments: MetricMoments?) -> MetricComparison {
    let metric = plan.metrics[place]
    if case .quantile(let name, let level) = metric.kind {
      guard let column = table.position(of: name) else {
        return MetricComparison(
          metric, method: "Woodruff", names: names, NotEstimable("there is no column \(name)"))
      }
      return MetricComparison(
        quantile: metric, column: column, level: level, table, names: names,
        confidence: plan.confidence)
    }
    if isWithinClusters { return withinClusters(metric) }
    if let comparison = bootstrapping?.comparison(place) { return comparison }
    if let adjusting, let result = adjusting.result(place) {
      return adjusted(metric, result, adjusting.method).refusing(moments)
    }
    guard let moments else {
      return MetricComparison(
        metric, method: "Welch", names: names, NotEstimable("no unit has a value"))
    }
    if plan.adjustment == .cuped, !plan.covariates.isEmpty { return cuped(metric, moments) }
    let arms = withEmptyArms(moments.byArm)
    if plan.stratum != nil { return stratified(metric, moments, arms) }
    switch metric.kind {
    case .proportion, .retention:
      guard plan.sequential == nil, case .mean(let variable) = moments.outcome else { break }
      return MetricComparison(
        shares: metric, variable, names: names, moments: arms, confidence: plan.confidence)
    case .mean, .ratio, .quantile: break
    }
    return MetricComparison(
      metric, moments.outcome, names: names, moments: arms, confidence: plan.confidence)
  }

  /// An arm's units and values.
  func summary(
    _ arm: Int, _ moments: [MetricMoments?], units: Int, _ comparisons: [MetricComparison]
  ) -> ArmSummary {
    let values = plan.metrics.indices.map { place -> ArmSummary.Value in
      let metric = plan.metrics[place].name
      guard let moments = moments[place] else {
        let effects = comparisons[place].effects
        let value =
          arm == 0
          ? effects.compactMap { $0?.controlValue }.first : effects[arm - 1]?.armValue
        return ArmSummary.Value(
          metric: metric, units: unitsWithValue(plan.metrics[place], arm), value: value,
          standardDeviation: nil)
      }
      let own = withEmptyArms(moments.byArm)[arm]
      let value = own.count > 0 ? try? moments.outcome.moments(in: own) : nil
      return ArmSummary.Value(
        metric: metric, units: own.count, value: value?.mean,
        standardDeviation: value?.variance?.squareRoot())
    }
    return ArmSummary(name: names[arm], units: units, values: values)
  }

  private func cuped(
    _ metric: MetricSpecification, _ moments: MetricMoments
  ) -> MetricComparison {
    do {
      let arms = moments.byArm
      let cuped = try CUPED(
        enoughIn: arms, moments.outcome, covariates: moments.covariates)
      let adjusted = arms.map { arm in
        (arm.count > 0 ? try? cuped.adjusted(arm) : nil) ?? CoMoments(variables: 1)
      }
      return MetricComparison(
        metric, .mean(of: 0), method: "CUPED", names: names, moments: withEmptyArms(adjusted),
        confidence: plan.confidence
      ).refusing(moments)
    } catch {
      return MetricComparison(metric, method: "CUPED", names: names, error)
    }
  }

  private func adjusted(
    _ metric: MetricSpecification,
    _ result: Result<(means: EstimableMeans, outcome: Outcome), NotEstimable>, _ method: String
  ) -> MetricComparison {
    do {
      let (estimable, outcome) = try result.get()
      return MetricComparison(
        metric,
        try estimable.means.map { (means) throws(NotEstimable) in
          try JointMeans(means, outcome, clusters: estimable.clusters)
        }, places: estimable.places, method: method, names: names, confidence: plan.confidence)
    } catch {
      return MetricComparison(metric, method: method, names: names, error)
    }
  }

  private func withinClusters(_ metric: MetricSpecification) -> MetricComparison {
    let positions = metric.positions(in: table)
    let columns = positions.distinct
    let constants = table.groups[.stratum] == nil ? "place" : "place and window"
    do {
      let fixed = try FixedMeans(
        table, columns: columns, outcome: metric.outcome(positions, among: columns),
        covariates: plan.covariates.compactMap { table.position(of: $0) })
      return MetricComparison(
        metric, fixed.joint, places: fixed.places,
        method: "fixed effects of \(constants), \(fixed.variance.rawValue)", names: names,
        confidence: plan.confidence)
    } catch {
      return MetricComparison(
        metric, method: "fixed effects of \(constants)", names: names, error)
    }
  }

  private func unitsWithValue(_ metric: MetricSpecification, _ arm: Int) -> Int {
    let columns = metric.positions(in: table)
    return (0..<table.units).count { row in
      Int(table.arm.codes[row]) == arm
        && !columns.contains { table.values[row, $0].isNaN }
    }
  }

  private func stratified(
    _ metric: MetricSpecification, _ moments: MetricMoments, _ arms: [CoMoments]
  ) -> MetricComparison {
    do {
      let strata = try moments.by(.stratum).map(withEmptyArms)
      return MetricComparison(
        metric, moments.outcome, names: names, strata: strata, overall: arms,
        confidence: plan.confidence)
    } catch {
      return MetricComparison(metric, method: "post-stratified", names: names, error)
    }
  }

  private func withEmptyArms(_ arms: [CoMoments]) -> [CoMoments] {
    arms
      + [CoMoments](
        repeating: CoMoments(variables: arms.first?.variables ?? 0),
        count: names.count - arms.count)
  }
}
