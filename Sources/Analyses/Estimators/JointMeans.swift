import Experiments
import RealModule
import Statistics

/// A metric's adjusted values in all arms, the control's first, and how they err together.
struct JointMeans {
  /// Not a number where an arm's denominator is 0.
  let values: [Double]
  /// Arms × arms.
  let covariance: Matrix
  /// Whether arms err apart: true unless they share clusters or slopes.
  let areIndependent: Bool
  /// Of the comparison with the control, by arm.
  private let degreesOfFreedom: [Double]
  /// Of the arms, where clusters are whole.
  private var clusters: ArmsClusters?

  /// A mean, or a ratio of two means by the delta method.
  ///
  /// - Throws: `NotEstimable` where the covariance is not known.
  init(
    _ adjusted: AdjustedMeans, _ outcome: Outcome, clusters: ArmsClusters? = nil
  ) throws(NotEstimable) {
    let first =
      switch outcome {
      case .mean(let metric): metric
      case .ratio(let above, _): above
      }
    self.init(
      means: adjusted.means, covariance: try adjusted.covariance(), outcome: outcome,
      areIndependent: adjusted.clusters == nil && adjusted.adjustment.slopes == .perArm,
      degreesOfFreedom: [.infinity]
        + adjusted.arms.indices.dropFirst().map { arm in
          (try? adjusted.effect(arm: arm, metric: first).degreesOfFreedom) ?? .infinity
        })
    self.clusters = clusters
  }

  /// - Parameters:
  ///   - means: Arms × metrics.
  ///   - errors: Of the means, arm by arm and metric by metric within an arm.
  ///   - outcome: Among the metrics.
  ///   - areIndependent: Whether arms err apart.
  ///   - degreesOfFreedom: Of the comparison with the control, by arm.
  init(
    means: Matrix, covariance errors: Matrix, outcome: Outcome, areIndependent: Bool,
    degreesOfFreedom: [Double]
  ) {
    let (arms, metrics) = (means.rows, means.columns)
    var values: [Double] = []
    // The values' derivatives by all means.
    var gradients = Matrix(rows: arms, columns: arms * metrics)
    for arm in 0..<arms {
      switch outcome {
      case .mean(let metric):
        values.append(means[arm, metric])
        gradients[arm, arm * metrics + metric] = 1
      case .ratio(let above, let below):
        let denominator = means[arm, below]
        guard denominator != 0 else {
          values.append(.nan)
          continue
        }
        let ratio = means[arm, above] / denominator
        values.append(ratio)
        gradients[arm, arm * metrics + above] += 1 / denominator
        gradients[arm, arm * metrics + below] -= ratio / denominator
      }
    }
    self.values = values
    covariance = (gradients * errors).times(gradients, transposingOther: true)
    self.areIndependent = areIndependent
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// An arm's value less the control's.
  ///
  /// - Throws: `NotEstimable` where the denominator is 0 in one of the two, or nothing varies.
  func effect(_ arm: Int) throws(NotEstimable) -> Effect {
    guard values[0].isFinite, values[arm].isFinite else {
      throw NotEstimable("the denominator's mean is 0 in an arm")
    }
    let squared = covariance[arm, arm] + covariance[0, 0] - 2 * covariance[arm, 0]
    guard squared > 0, squared.isFinite else {
      throw NotEstimable("the metric does not vary in either arm")
    }
    return Effect(
      estimate: values[arm] - values[0], standardError: squared.squareRoot(),
      degreesOfFreedom: clusters?.degreesOfFreedom([
        (arm, covariance[arm, arm]), (0, covariance[0, 0]),
      ]) ?? degreesOfFreedom[arm])
  }

  /// Of the effects of all arms but the control.
  var effectCovariance: Matrix { covariance.differencesFromFirst }

  /// An arm's value over the control's, less 1.
  ///
  /// - Throws: `NotEstimable` where the control's value is 0 or the effect has no error.
  func relative(_ arm: Int) throws(NotEstimable) -> RelativeSource {
    let effect = try effect(arm)
    let (own, control) = (values[arm], values[0])
    guard control != 0 else {
      throw NotEstimable("the control's value is 0, so that nothing is a share of it")
    }
    let ratio = RatioOfMeans(
      numerator: own, denominator: control, variances: (covariance[arm, arm], covariance[0, 0]),
      covariance: covariance[arm, 0], degreesOfFreedom: effect.degreesOfFreedom)
    guard own / control > 0 else { return .ratio(ratio, logarithm: nil) }
    let squared =
      covariance[arm, arm] / own / own + covariance[0, 0] / control / control
      - 2 * covariance[arm, 0] / own / control
    return .ratio(
      ratio,
      logarithm: Effect(
        estimate: .log(onePlus: effect.estimate / control),
        standardError: max(squared, 0).squareRoot(), degreesOfFreedom: effect.degreesOfFreedom))
  }
}
