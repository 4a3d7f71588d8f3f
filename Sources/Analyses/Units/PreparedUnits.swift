import Experiments
import Statistics

/// The units as the plan wants them: days of retention as 0 and 1, large values capped.
struct PreparedUnits {
  let table: UnitTable
  let caps: [Winsorizing]

  init(_ units: UnitTable, _ plan: AnalysisPlan) {
    let derived = plan.metrics.filter(\.isDerived)
    guard !derived.isEmpty || plan.winsorize != nil else {
      table = units
      caps = []
      return
    }
    let width = units.columns.count
    var values = Matrix(rows: units.units, columns: width + derived.count)
    for row in 0..<units.units {
      for column in 0..<width { values[row, column] = units.values[row, column] }
    }
    for (place, metric) in derived.enumerated() {
      guard case .retention(let name, let day?) = metric.kind,
        let source = units.position(of: name)
      else { continue }
      for row in 0..<units.units {
        let seen = units.values[row, source]
        values[row, width + place] = seen.isNaN ? .nan : seen >= day ? 1 : 0
      }
    }
    var caps: [Winsorizing] = []
    if let quantile = plan.winsorize {
      for name in plan.cappedColumns {
        guard let column = units.position(of: name),
          let cap = Winsorizing(&values, column: column, name: name, quantile: quantile)
        else { continue }
        caps.append(cap)
      }
    }
    self.caps = caps
    table = UnitTable(
      columns: units.columns + derived.map(\.name), values: values, arm: units.arm,
      groups: units.groups)
  }
}

extension MetricSpecification {
  /// Whether its values are no column of the file.
  var isDerived: Bool {
    if case .retention(_, day: .some) = kind { return true }
    return false
  }

  /// The columns of the prepared table it is made from.
  var preparedColumns: [String] { isDerived ? [name] : columns }
}

extension UnitTable {
  /// Units, or the clusters they are in: what a plan for the whole experiment counts.
  var randomised: Int {
    guard let cluster = groups[.cluster] else { return units }
    var seen = [Bool](repeating: false, count: cluster.count)
    for code in cluster.codes { seen[Int(code)] = true }
    return seen.count { $0 }
  }
}

extension AnalysisPlan {
  /// Columns of means and ratios, each once.
  fileprivate var cappedColumns: [String] {
    var columns: [String] = []
    for metric in metrics {
      switch metric.kind {
      case .mean, .ratio: columns += metric.columns.filter { !columns.contains($0) }
      case .proportion, .quantile, .retention: break
      }
    }
    return columns
  }
}
