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
    let plan = try PassPlan(table, outcomes: outcomes, covariates: covariates, by: roles)
    let parts = plan.parts(of: rows ?? 0..<table.units)
    self = plan.moments(parts[0])
    for part in parts.dropFirst() { self += plan.moments(part) }
  }

  /// The same, bit for bit, on several threads.
  public static func collected(
    _ table: UnitTable, outcomes: [Int], covariates: [Int] = [],
    by roles: [UnitTable.Role] = [], threads: Int
  ) async throws(NotEstimable) -> CellMoments {
    let plan = try PassPlan(table, outcomes: outcomes, covariates: covariates, by: roles)
    var parts: [CellMoments] = []
    await inOrder(plan.parts(of: 0..<table.units), threads: threads) {
      plan.moments($0)
    } _: {
      parts.append($0)
    }
    return parts.dropFirst().reduce(parts[0], +)
  }
}
