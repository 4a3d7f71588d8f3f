import Analyses
import Experiments
import Statistics

/// Which columns of a pilot are read, and what is made of them.
struct PilotColumns {
  let metric: MetricSpecification
  private let covariates: [MetricSpecification]
  private let cluster: String?

  /// - Throws: What is wrong with the names.
  init(metric: String, covariates: String?, cluster: String?) throws(PlanProblem) {
    self.metric = try MetricSpecification(metric)
    if case .quantile = self.metric.kind {
      throw PlanProblem(
        "“\(metric)” is a quantile, whose power depends on more than level and spread; plan for the"
          + " mean, or for the share above a bound")
    }
    self.covariates = try (covariates.map { QuotedNames.list($0, areQuoted: true) } ?? [])
      .map { name throws(PlanProblem) in
        let covariate = try MetricSpecification(name)
        switch covariate.kind {
        case .mean, .proportion, .ratio: return covariate
        case .quantile, .retention: throw PlanProblem("“\(name)” is no column to adjust for")
        }
      }
    let measured = Set(self.metric.columns)
    for covariate in self.covariates where !measured.isDisjoint(with: covariate.columns) {
      throw PlanProblem(
        "“\(covariate.name)” is both metric and covariate; a covariate is known before the"
          + " experiment begins")
    }
    self.cluster = cluster
  }

  /// What is read from the file.
  var units: UnitColumns {
    var numbers: [UnitColumns.Number] = []
    func add(_ specification: MetricSpecification, _ option: String) {
      for column in specification.columns where !numbers.contains(where: { $0.name == column }) {
        numbers.append(
          UnitColumns.Number(name: column, option: option, isShare: specification.isShare))
      }
    }
    add(metric, "--metric")
    for covariate in covariates { add(covariate, "--covariate") }
    var groups: [UnitTable.Role: String] = [:]
    groups[.cluster] = cluster
    return UnitColumns(arm: nil, numbers: numbers, groups: groups)
  }

  /// The estimates.
  func pilot(_ table: UnitTable) throws(NotEstimable) -> Pilot {
    let isRate =
      switch metric.kind {
      case .proportion, .retention: true
      case .mean, .ratio, .quantile: false
      }
    return try Pilot(
      variable(metric, table), isRate: isRate, covariates: covariates.map { variable($0, table) },
      cluster: table.groups[.cluster])
  }

  private func variable(
    _ specification: MetricSpecification, _ table: UnitTable
  ) -> Pilot.Variable {
    func column(_ name: String) -> [Double] {
      guard let place = table.position(of: name) else { return [] }
      return (0..<table.units).map { table.values[$0, place] }
    }
    let columns = specification.columns.map(column)
    var values = columns.first ?? []
    // The day last seen says whether a day was reached.
    if case .retention(_, let day?) = specification.kind {
      values = values.map { $0.isNaN ? $0 : $0 >= day ? 1 : 0 }
    }
    return Pilot.Variable(
      name: specification.name, values: values, denominators: columns.count > 1 ? columns[1] : nil)
  }
}
