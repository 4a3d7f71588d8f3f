extension CellMoments {
  /// Goes once through the units of a table.
  ///
  /// A unit without some outcome is left out and counted. A missing covariate becomes the mean of those
  /// observed, and an indicator variable says so.
  ///
  /// - Parameters:
  ///   - table: The units.
  ///   - outcomes: Positions of the metrics' and denominators' columns, each once.
  ///   - covariates: Positions of columns known before randomisation, each once.
  ///   - roles: Groups that divide the cells besides the arm.
  ///   - rows: The units to go through; all, unless said. Partial passes are added with `+`.
  /// - Throws: `NotEstimable` where the table lacks a group asked for.
  public init(
    _ table: UnitTable, outcomes: [Int], covariates: [Int] = [],
    by roles: [UnitTable.Role] = [], rows: Range<Int>? = nil
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
    let rows = rows ?? 0..<table.units
    var pass = Pass(table: table, outcomes: outcomes, covariates: covariates, labels: labels)
    // The first missing value of a covariate makes room for its indicator, and the pass starts afresh:
    // almost always within the first rows, where it costs nothing.
    while let lacking = pass.run(rows) { pass.addIndicator(ofCovariate: lacking) }
    self.init(
      variables: Variables(
        outcomes: outcomes.map { table.columns[$0] },
        covariates: covariates.map { table.columns[$0] }, fills: pass.fills),
      arms: table.arm.names, groupings: groupings, cells: pass.cells, leftOut: pass.leftOut)
    fillWithObservedMeans()
  }
}
