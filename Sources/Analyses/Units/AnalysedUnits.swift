import Experiments

/// The units as an analysis takes them: counts made units again, large values capped, a switchback's cells.
struct AnalysedUnits {
  /// What is asked of these units.
  let plan: AnalysisPlan
  /// What the result says was asked.
  let shownPlan: AnalysisPlan
  let table: UnitTable
  let caps: [Winsorizing]
  let notes: [String]
  let switchback: SwitchbackSummary?
  let cautions: [Caution]
  /// Whether rows were counts of groups, which do not tell how metrics go together.
  let areCounts: Bool

  /// - Throws: What is wrong with the plan for these units.
  init(_ units: UnitTable, _ plan: AnalysisPlan) throws(PlanProblem) {
    let (units, leftOut) = try units.leavingOutArms(of: plan)
    let plan = try plan.namingSplit(units.arm.names)
    try GroupLimits(plan: plan).check(units)
    let counted = try CountedCells.units(of: units, plan)
    areCounts = counted != nil
    notes = leftOut + (counted.map { [$0.note] } ?? [])
    let asked = counted?.plan ?? plan
    let prepared = PreparedUnits(counted?.table ?? units, asked)
    caps = prepared.caps
    guard plan.switchback != nil else {
      var shown = asked
      if counted != nil { (shown.counts, shown.squares) = (true, plan.squares) }
      (self.plan, shownPlan, table) = (asked, shown, prepared.table)
      (switchback, cautions) = (nil, [])
      return
    }
    let cells = try SwitchbackCells(prepared.table, asked)
    (self.plan, shownPlan, table) = (cells.plan, plan, cells.table)
    (switchback, cautions) = (cells.summary, cells.cautions)
  }

  /// Whether places of a switchback have constants of their own.
  var isWithinClusters: Bool { switchback?.comparison.isWithinPlaces ?? false }
}
