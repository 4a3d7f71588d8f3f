import Experiments
import Statistics

/// A quantile of each arm against the control's, by Woodruff's intervals, or by order statistics where values
/// repeat.
enum QuantileEstimator: Estimator {
  static func applies(to metric: MetricSpecification, in experiment: Experiment) -> Bool {
    metric.isQuantile
  }

  static func estimates(_ places: [Int], in experiment: Experiment) async -> Estimates {
    Estimates(comparisons: places.map { comparison(experiment.plan.metrics[$0], experiment) })
  }

  private static func comparison(
    _ metric: MetricSpecification, _ experiment: Experiment
  ) -> MetricComparison {
    let (table, arms) = (experiment.table, experiment.names.count)
    if experiment.isWithinDays {
      return MetricComparison(
        metric, method: "Woodruff", arms: arms,
        NotEstimable(
          "arms' shares change from day to day, and a quantile takes all days together; leave the days out on which"
            + " they are not as planned"))
    }
    guard case .quantile(let name, let level) = metric.kind,
      let column = table.position(of: name)
    else {
      return MetricComparison(
        metric, method: "Woodruff", arms: arms, NotEstimable("there is no column \(metric.name)"))
    }
    let joint = JointQuantiles(table, column: column, level: level)
    if table.groups[.cluster] == nil, let steps = inSteps(metric, level, joint, arms: arms) {
      return steps
    }
    let isNeverNegative = joint.samples.allSatisfy { $0.map { $0.values[0] >= 0 } ?? true }
    let found = (0..<arms).dropFirst().map { place in
      MetricComparison.result { () throws(NotEstimable) in
        guard place < table.arm.count else { throw NotEstimable("the arm has no units") }
        let quantiles = try joint.difference(place)
        return ArmEstimate(
          effect: try quantiles.difference(), controlValue: quantiles.control.value,
          armValue: quantiles.treatment.value,
          relative: RelativeSource { () throws(NotEstimable) in .delta(try quantiles.lift()) },
          ceilingOfFall: isNeverNegative
            ? Effect(
              estimate: quantiles.control.value,
              standardError: quantiles.control.standardError,
              degreesOfFreedom: quantiles.control.degreesOfFreedom) : nil)
      }
    }
    return MetricComparison(
      metric,
      method: table.groups[.cluster] == nil ? "Woodruff" : "Woodruff, by cluster",
      errors: errors(joint, found), found)
  }

  /// By order statistics, where in some arm values repeat so much that quantiles move in steps.
  private static func inSteps(
    _ metric: MetricSpecification, _ level: Double, _ joint: JointQuantiles, arms: Int
  ) -> MetricComparison? {
    let pairs = joint.samples.dropFirst().map { own in
      MetricComparison.result { () throws(NotEstimable) in
        guard let own, let control = joint.samples[0],
          [own, control].allSatisfy({ $0.values[0].isFinite && $0.values[$0.count - 1].isFinite })
        else { throw NotEstimable("a value is missing or not finite") }
        return OrderStatistics(own, against: control, level: level)
      }
    }
    guard pairs.contains(where: { (try? $0.get())?.isInSteps ?? false }) else { return nil }
    return MetricComparison(metric, method: "order statistics", arms: arms) {
      place throws(NotEstimable) in
      guard place <= pairs.count else { throw NotEstimable("the arm has no units") }
      let quantiles = try pairs[place - 1].get()
      let interval = quantiles.interval(confidence: 0.95)
      guard interval.width.isFinite else {
        throw NotEstimable("too few units lie beyond the quantile to say how far it may be off")
      }
      guard interval.width > 0 else {
        throw NotEstimable(
          "so many units have the same value that the quantile's error cannot be seen")
      }
      return ArmEstimate(
        effect: Effect(
          estimate: quantiles.treatment - quantiles.control,
          standardError: interval.width / (2 * ArmQuantile.reach)),
        controlValue: quantiles.control, armValue: quantiles.treatment,
        law: .ordered(quantiles),
        relative: .notEstimable(
          NotEstimable("so many units have the same value that the quantile moves in steps")))
    }
  }

  private static func errors(
    _ joint: JointQuantiles, _ found: [Result<ArmEstimate, NotEstimable>]
  ) -> MetricComparison.Errors {
    let known = joint.arms.indices.filter { $0 == 0 || (try? found[$0 - 1].get()) != nil }
    guard known.count > 1, let errors = try? joint.covariance(of: known) else { return .unknown }
    if known.contains(where: { a in known.contains { a < $0 && joint.share(a, $0) } }) {
      return .joint(errors.differencesFromFirst)
    }
    return .independent(
      (0...found.count).map { arm in
        known.firstIndex(of: arm).map { errors[$0, $0] } ?? .nan
      })
  }
}

extension Matrix {
  /// The covariance of all but the first less the first, of a covariance.
  var differencesFromFirst: Matrix {
    var result = Matrix(rows: rows - 1, columns: rows - 1)
    for i in 1..<rows {
      for j in 1..<rows {
        result[i - 1, j - 1] = self[i, j] - self[i, 0] - self[0, j] + self[0, 0]
      }
    }
    return result
  }
}
