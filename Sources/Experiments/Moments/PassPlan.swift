import Statistics

/// What one pass over a table's units counts, and by what.
struct PassPlan: Sendable {
  private let table: UnitTable
  private let outcomes: [Int]
  private let covariates: [Int]
  /// The arm, then other groups.
  private let labels: [Labels]
  private let groupings: [Grouping]

  /// - Throws: `NotEstimable` where the table lacks a group asked for.
  init(
    _ table: UnitTable, outcomes: [Int], covariates: [Int], by roles: [UnitTable.Role]
  ) throws(NotEstimable) {
    precondition(!outcomes.isEmpty, "a pass has an outcome")
    var groupings: [Grouping] = []
    var labels: [Labels] = [table.arm]
    for role in roles {
      guard let group = table.groups[role] else {
        throw NotEstimable("the table has no \(role.rawValue)")
      }
      groupings.append(Grouping(role: role, names: group.names))
      labels.append(group)
    }
    (self.table, self.outcomes, self.covariates) = (table, outcomes, covariates)
    (self.labels, self.groupings) = (labels, groupings)
  }

  /// Rows passed over apart; at least one part, and always the same.
  func parts(of rows: Range<Int>) -> [Range<Int>] {
    let size = 1 << 17
    return stride(from: rows.lowerBound, to: max(rows.upperBound, rows.lowerBound + 1), by: size)
      .map { $0..<min(rows.upperBound, $0 + size) }
  }

  func moments(_ rows: Range<Int>) -> CellMoments {
    var pass = Pass(table: table, outcomes: outcomes, covariates: covariates, labels: labels)
    let result = pass.run(rows)
    var moments = CellMoments(
      variables: Variables(
        outcomes: outcomes.map { table.columns[$0] },
        covariates: covariates.map { table.columns[$0] }, fills: pass.fills),
      arms: table.arm.names, groupings: groupings, cells: result.cells, leftOut: result.leftOut)
    moments.fillWithObservedMeans()
    return moments
  }
}
