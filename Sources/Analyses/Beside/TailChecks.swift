import Experiments
import Statistics

/// Whether means stand on values that Welch's test, and the law of large numbers, can bear.
struct TailChecks {
  private(set) var cautions: [Caution] = []

  /// Kohavi, Deng, Longbotham and Xu, "Seven rules of thumb for web site experimenters", KDD 2014, rule 7: a mean
  /// is near enough to normal from 355·skewness² units up, where an arm's |skewness| is above 1.
  private static let unitsBySquaredSkewness = 355.0
  /// Units beyond which the bootstrap is left to be asked for.
  private static let mostUnits = 200_000

  init(_ experiment: Experiment, areCounts: Bool) async {
    // Units made from counts have no shape of their own; whole clusters and capped values have another.
    guard !areCounts, experiment.plan.cluster == nil, !experiment.isWithinClusters,
      experiment.plan.resampling.bootstrap == nil
    else { return }
    for (place, metric) in experiment.plan.metrics.enumerated() where !metric.isProportion {
      guard let moments = experiment.moments[place] else { continue }
      let tails = ArmTail.all(metric, moments, experiment.table)
      guard let control = tails.first else { continue }
      var resampled: MetricComparison?
      for (arm, tail) in tails.enumerated().dropFirst() {
        let names = (experiment.names[arm], experiment.names[0])
        let influential = Self.influential(metric, names, tail, control, experiment.plan)
        cautions += influential.map { .influentialUnit($0) }
        // Where one unit decides, the skewness is that unit's.
        if influential.isEmpty, let found = Self.skewed(tail, control) {
          if resampled == nil { resampled = await Self.bootstrapped(metric, experiment) }
          let bootstrap = resampled.flatMap {
            Self.bootstrap($0.estimates[arm - 1], experiment.plan)
          }
          let effect = SkewedEffect(
            metric: metric.name, arm: names.0, skewedArm: found.isControl ? names.1 : names.0,
            skewness: found.skewness, units: found.units,
            unitsNeeded: Self.unitsBySquaredSkewness * found.skewness * found.skewness,
            bootstrap: bootstrap)
          cautions.append(.skewed(effect))
        }
      }
    }
  }

  /// The arm that makes the difference skewed; nil where it is near enough to normal.
  ///
  /// The rule is applied to the difference: its skewness is that of a mean with as many units as it takes, 1/√355, or
  /// more. Arms of equal size and shape take each other's skewness away. Few units hardly show how skewed they are
  /// (twenty exponentials have 1.3 on average where the law has 2), so that the larger arm speaks for the smaller.
  private static func skewed(
    _ arm: ArmTail?, _ control: ArmTail?
  ) -> (isControl: Bool, skewness: Double, units: Int)? {
    guard let arm, let control else { return nil }
    func skewness(_ own: ArmTail, _ other: ArmTail) -> Double {
      own.moments.count < other.moments.count
        && other.skewness.magnitude > own.skewness.magnitude
        ? other.skewness : own.skewness
    }
    let (ours, theirs) = (skewness(arm, control), skewness(control, arm))
    let (above, below) = (arm.cumulants(skewness: ours), control.cumulants(skewness: theirs))
    let variance = above.second + below.second
    let whole = (above.third - below.third) / (variance * variance.squareRoot())
    guard whole.magnitude > 1 / unitsBySquaredSkewness.squareRoot() else { return nil }
    let isControl = below.third.magnitude > above.third.magnitude
    let (skewness, units) =
      isControl ? (theirs, control.moments.count) : (ours, arm.moments.count)
    guard skewness.magnitude > 1, Double(units) < unitsBySquaredSkewness * skewness * skewness
    else { return nil }
    return (isControl, skewness, units)
  }

  /// A fifth of an arm's variation in one unit, or half where ten units or twenty are all there are: what an
  /// exponential sample hardly ever has, and one whose variance is infinite nearly always.
  private static func influential(
    _ metric: MetricSpecification, _ names: (arm: String, control: String), _ arm: ArmTail?,
    _ control: ArmTail?, _ plan: AnalysisPlan
  ) -> [InfluentialUnit] {
    func find(_ tail: ArmTail?, _ name: String, _ without: () -> Effect?) -> [InfluentialUnit] {
      guard let tail, tail.shareOfFarthest > max(0.2, 10 / Double(tail.moments.count)) else {
        return []
      }
      return [
        InfluentialUnit(
          metric: metric.name, arm: names.arm, ownArm: name, value: tail.farthest,
          share: tail.shareOfFarthest, without: without(), confidence: plan.confidence)
      ]
    }
    guard let arm, let control else { return [] }
    return find(arm, names.arm) {
      try? Effect.difference(arm.withoutFarthest, from: control.moments)
    }
      + find(control, names.control) {
        try? Effect.difference(arm.moments, from: control.withoutFarthest)
      }
  }

  /// All arms by the bootstrap-t of means as they are; nil where it does not know the design, or would take long.
  private static func bootstrapped(
    _ metric: MetricSpecification, _ experiment: Experiment
  ) async -> MetricComparison? {
    let plan = experiment.plan
    guard metric.isMean, plan.covariates.isEmpty, plan.stratum == nil, plan.sequential == nil,
      experiment.table.units <= mostUnits
    else { return nil }
    return await BootstrapEstimator.comparisons([metric], .poisson, experiment).first
  }

  private static func bootstrap(
    _ estimate: ArmEstimate?, _ plan: AnalysisPlan
  ) -> SkewedEffect.Bootstrap? {
    guard let resampled = estimate?.resampled,
      let interval = try? resampled.interval(confidence: plan.confidence)
    else { return nil }
    return SkewedEffect.Bootstrap(interval: interval, pValue: resampled.pValue)
  }
}
