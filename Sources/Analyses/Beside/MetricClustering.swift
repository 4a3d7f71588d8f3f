public import Experiments
import Statistics

/// How alike the units of a cluster are in a metric, and what that costs.
public struct MetricClustering: Sendable, Equatable {
  public let metric: String
  /// nil where it is not estimable.
  public let likeness: IntraclassCorrelation?
  public let reason: String?

  /// By metric, quantiles left out; a ratio by its pseudo-values (y − R·d)/d̄, arm by arm.
  static func all(_ experiment: Experiment) -> [MetricClustering] {
    let (plan, table) = (experiment.plan, experiment.table)
    guard let clusters = table.groups[.cluster] else { return [] }
    return plan.metrics.filter { !$0.isQuantile }.map { metric in
      do throws(NotEstimable) {
        let columns = metric.positions(in: table)
        let rows = (0..<table.units).filter { row in
          !columns.contains { table.values[row, $0].isNaN }
        }
        func known(_ labels: Labels) -> Labels {
          rows.count == table.units
            ? labels : Labels(names: labels.names, codes: rows.map { labels.codes[$0] })
        }
        let likeness = try IntraclassCorrelation(
          try values(columns, rows, table), clusters: known(clusters), arm: known(table.arm))
        return MetricClustering(metric: metric.name, likeness: likeness, reason: nil)
      } catch {
        return MetricClustering(metric: metric.name, likeness: nil, reason: error.reason)
      }
    }
  }

  private static func values(
    _ columns: [Int], _ rows: [Int], _ table: UnitTable
  ) throws(NotEstimable) -> [Double] {
    guard columns.count == 2 else { return rows.map { table.values[$0, columns[0]] } }
    var sums = [(above: Double, below: Double, units: Double)](
      repeating: (0, 0, 0), count: table.arm.count)
    for row in rows {
      let arm = Int(table.arm.codes[row])
      sums[arm].above += table.values[row, columns[0]]
      sums[arm].below += table.values[row, columns[1]]
      sums[arm].units += 1
    }
    guard sums.allSatisfy({ $0.units == 0 || $0.below != 0 }) else {
      throw NotEstimable("the denominator's mean is 0 in an arm")
    }
    return rows.map { row in
      let own = sums[Int(table.arm.codes[row])]
      return (table.values[row, columns[0]] - own.above / own.below * table.values[row, columns[1]])
        / (own.below / own.units)
    }
  }
}
