import Documents
import Experiments
import Statistics

/// Means, shares and ratios by the bootstrap; metrics without missing values share resamples.
///
/// Means and shares of the Poisson bootstrap have bootstrap-t intervals, which follow the skewness that
/// percentiles of so skewed a thing as revenue miss: Hall, "Theoretical comparison of bootstrap confidence
/// intervals", Annals of Statistics 16, 1988. Ratios and buckets, which bring no standard errors, have
/// percentile intervals.
enum BootstrapEstimator: Estimator {
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool {
    experiment.plan.resampling.bootstrap != nil
  }

  static func estimates(_ places: [Int], in experiment: Experiment) async -> Estimates {
    let (plan, table) = (experiment.plan, experiment.table)
    guard let rule = plan.resampling.bootstrap else { return Estimates() }
    var byMetric: [Int: MetricComparison] = [:]
    for together in plan.metricsTogether(places, in: table) {
      let found = await comparisons(together.map { plan.metrics[$0] }, rule, experiment)
      for (place, comparison) in zip(together, found) { byMetric[place] = comparison }
    }
    return Estimates(
      comparisons: places.compactMap { byMetric[$0] },
      cautions: fewClusters(table).map { [$0] } ?? [])
  }

  /// Metrics that share resamples, all arms.
  static func comparisons(
    _ metrics: [MetricSpecification], _ rule: BootstrapRule, _ experiment: Experiment
  ) async -> [MetricComparison] {
    let table = experiment.table
    let complete = CompleteUnits(metrics, table, arms: experiment.names.count)
    let resampled = await resampled(complete, rule, experiment)
    return metrics.map { metric in
      comparison(
        metric, resampled, complete,
        method: metric.bootstrapName(rule, isClustered: table.groups[.cluster] != nil),
        experiment)
    }
  }

  private static func resampled(
    _ complete: CompleteUnits, _ rule: BootstrapRule, _ experiment: Experiment
  ) async -> Result<ResampledMeans, NotEstimable> {
    let resampling = experiment.plan.resampling
    return await MetricComparison.awaited { () async throws(NotEstimable) -> ResampledMeans in
      let table = try complete.table()
      switch rule {
      case .poisson:
        return try await ResampledMeans.poissonBootstrap(
          table, metrics: complete.columns, resamples: resampling.resamplesDrawn,
          seed: resampling.seedDrawn, hasErrors: true, threads: experiment.threads)
      case .bucket:
        return try await ResampledMeans.bucketBootstrap(
          table, metrics: complete.columns, resamples: resampling.resamplesDrawn,
          seed: resampling.seedDrawn, threads: experiment.threads)
      }
    }
  }

  private static func comparison(
    _ metric: MetricSpecification, _ means: Result<ResampledMeans, NotEstimable>,
    _ units: CompleteUnits, method: String, _ experiment: Experiment
  ) -> MetricComparison {
    let outcome = means.map { ResampledOutcome(metric, $0) }
    return MetricComparison(metric, method: method, arms: experiment.names.count) {
      place throws(NotEstimable) in
      let outcome = try outcome.get()
      let arm = try units.number(ofArm: place)
      let distribution = try outcome.difference(arm: arm)
      let (control, value) = (outcome.value(arm: 0), outcome.value(arm: arm))
      // Sums of resamples are kept to ten digits or so, which a ratio that never varies shows.
      let resampled = try ResampledEffect(
        distribution,
        rounding: metric.isMean ? 0 : 1e-9 * max(control.magnitude, value.magnitude))
      // Too few for so much confidence is said of the arm, whatever it is corrected for.
      _ = try resampled.interval(confidence: experiment.plan.confidence)
      return ArmEstimate(
        effect: distribution.effect, controlValue: control, armValue: value,
        law: .resampled(resampled),
        relative: RelativeSource { () throws(NotEstimable) in try outcome.relative(arm: arm) })
    }
  }

  /// Below it the jackknife is the clusters' own default.
  private static let fewClusters = 50

  private static func fewClusters(_ table: UnitTable) -> Caution? {
    guard let clusters = table.groups[.cluster].map({ ArmsClusters($0, table.arm) }),
      clusters.forChoosing < fewClusters
    else { return nil }
    return .fewResampledClusters(
      clusters.areWhole ? clusters.counts.min() ?? 0 : table.randomised,
      anArm: clusters.areWhole, enough: clusters.areWhole ? fewClusters / 2 : fewClusters)
  }
}

extension MetricSpecification {
  fileprivate func bootstrapName(_ rule: BootstrapRule, isClustered: Bool) -> String {
    switch (rule, kind) {
    case (.poisson, .ratio): "Poisson bootstrap, percentile"
    case (.poisson, _): "Poisson bootstrap-t"
    case (.bucket, _):
      isClustered ? "bucket bootstrap of clusters, percentile" : "bucket bootstrap, percentile"
    }
  }
}
