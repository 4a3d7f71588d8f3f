import Experiments
import Statistics

/// An arm's units and what was measured on them.
public struct ArmSummary: Sendable, Equatable {
  public struct Value: Sendable, Equatable {
    public let metric: String
    /// Units that have a value.
    public let units: Int
    /// The mean, share, ratio or quantile; nil where it is not estimable.
    public let value: Double?
    /// Between units; of a ratio, of the delta method's pseudo-values; none for quantiles.
    public let standardDeviation: Double?
  }

  public let name: String
  public let units: Int
  public let values: [Value]
}

extension ArmSummary {
  /// An arm's units, and its values as they are, or where moments do not give them as its estimator has them.
  init(_ arm: Int, _ experiment: Experiment, _ comparisons: [MetricComparison]) {
    let table = experiment.table
    name = experiment.names[arm]
    units = table.units(inArm: arm)
    values = experiment.plan.metrics.indices.map { place in
      let metric = experiment.plan.metrics[place]
      guard let moments = experiment.moments[place] else {
        let estimates = comparisons[place].estimates
        let columns = metric.positions(in: table)
        return Value(
          metric: metric.name,
          units: (0..<table.units).count { row in
            Int(table.arm.codes[row]) == arm
              && !columns.contains { table.values[row, $0].isNaN }
          },
          value: arm == 0
            ? estimates.compactMap { $0?.controlValue }.first : estimates[arm - 1]?.armValue,
          standardDeviation: nil)
      }
      let own = experiment.byArm(moments)[arm]
      let value = own.count > 0 ? try? moments.outcome.moments(in: own) : nil
      return Value(
        metric: metric.name, units: own.count, value: value?.mean,
        standardDeviation: value?.variance?.squareRoot())
    }
  }
}
