import Experiments
internal import Statistics

/// The effects of means, shares and ratios by the bootstrap; metrics without missing values share resamples.
///
/// Means and shares of the Poisson bootstrap have bootstrap-t intervals, which follow the skewness that
/// percentiles of so skewed a thing as revenue miss: Hall, "Theoretical comparison of bootstrap confidence
/// intervals", Annals of Statistics 16, 1988. Ratios and buckets, which bring no standard errors, have
/// percentile intervals.
struct Bootstrapping {
  private let plan: AnalysisPlan
  private let names: [String]
  private var byMetric: [Int: MetricComparison] = [:]
  private(set) var warnings: [String] = []

  /// nil where the plan asks for none.
  init?(_ plan: AnalysisPlan, _ table: UnitTable, names: [String], threads: Int) async {
    guard let rule = plan.resampling.bootstrap else { return nil }
    self.plan = plan
    self.names = names
    let places = plan.metrics.indices.filter { !plan.metrics[$0].isQuantile }
    for places in plan.metricsTogether(places, in: table) {
      await run(places, table, rule, threads)
    }
    let clusters = table.groups[.cluster].map { ArmsClusters($0, table.arm) }
    if let clusters, clusters.forChoosing < Self.fewClusters {
      let (fewest, all) = (clusters.counts.min() ?? 0, table.randomised)
      let few =
        clusters.areWhole
        ? "an arm has \(fewest) cluster\(fewest == 1 ? "" : "s"): with fewer than"
          + " \(Self.fewClusters / 2) an arm"
        : "there are \(all) clusters: with fewer than \(Self.fewClusters)"
      warnings.append(
        few + " the bootstrap's intervals are too narrow, and those without it are to be preferred")
    }
  }

  /// Below it the jackknife is the clusters' own default.
  private static let fewClusters = 50

  func comparison(_ place: Int) -> MetricComparison? { byMetric[place] }

  private mutating func run(
    _ places: [Int], _ table: UnitTable, _ rule: BootstrapRule, _ threads: Int
  ) async {
    let metrics = places.map { plan.metrics[$0] }
    let complete = CompleteUnits(metrics, table, arms: names.count)
    let (resamples, seed) = (plan.resampling.resamplesDrawn, plan.resampling.seedDrawn)
    let resampled = await MetricComparison.awaited {
      () async throws(NotEstimable) -> ResampledMeans in
      let table = try complete.table()
      switch rule {
      case .poisson:
        return try await ResampledMeans.poissonBootstrap(
          table, metrics: complete.columns, resamples: resamples, seed: seed, hasErrors: true,
          threads: threads)
      case .bucket:
        return try await ResampledMeans.bucketBootstrap(
          table, metrics: complete.columns, resamples: resamples, seed: seed, threads: threads)
      }
    }
    for place in places {
      let method = plan.metrics[place].bootstrapName(
        rule, isClustered: table.groups[.cluster] != nil)
      do {
        byMetric[place] = MetricComparison(
          plan.metrics[place], try resampled.get(), complete, method: method, names: names,
          confidence: plan.confidence)
      } catch {
        byMetric[place] = MetricComparison(
          plan.metrics[place], method: method, names: names, error)
      }
    }
  }
}

extension AnalysisPlan {
  /// Metrics that can share a pass over the units: those without missing values, and each other by itself.
  func metricsTogether(_ places: [Int], in table: UnitTable) -> [[Int]] {
    let gaps = table.columnsWithMissing
    let isComplete = { (place: Int) in
      metrics[place].positions(in: table).allSatisfy { !gaps[$0] }
    }
    let together = places.filter(isComplete)
    return (together.isEmpty ? [] : [together])
      + places.filter { !isComplete($0) }.map { [$0] }
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
