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
  /// How units were split day by day; nil without days.
  let days: DaySplit?
  /// Whether effects are of units of one day, because arms' shares change from day to day.
  let isWithinDays: Bool
  let switchback: SwitchbackSummary?
  let cautions: [Caution]
  /// Whether rows were counts of groups, which do not tell how metrics go together.
  let areCounts: Bool

  /// - Throws: What is wrong with the plan for these units.
  init(_ units: UnitTable, _ plan: AnalysisPlan) throws(PlanProblem) {
    let (units, leftOut) = try units.leavingOutArms(of: plan)
    let plan = try plan.namingSplit(units.arm.names).namingDays(
      units.groups[.day]?.names ?? [])
    try GroupLimits(plan: plan).check(units)
    let counted = try CountedCells.units(of: units, plan)
    areCounts = counted != nil
    notes = leftOut + (counted.map { [$0.note] } ?? [])
    let asked = counted?.plan ?? plan
    let prepared = PreparedUnits(counted?.table ?? units, asked)
    caps = prepared.caps
    days = DaySplit(prepared.table, asked)
    let suspected = counted == nil ? CountedCells.suspected(units, plan) : nil
    let own = suspected.map { [Caution.rowsMayBeCounts(metric: $0)] } ?? []
    guard plan.switchback != nil else {
      var shown = asked
      if counted != nil { (shown.counts, shown.squares) = (true, plan.squares) }
      shownPlan = shown
      switchback = nil
      let changes = days.map { $0.rampUp != nil || !asked.splitFrom.isEmpty } ?? false
      guard changes, asked.canBeWithinDays, let labels = prepared.table.groups[.day] else {
        (self.plan, table, isWithinDays) = (asked, prepared.table, false)
        cautions = own + (changes ? [.splitsChange] : [])
        return
      }
      self.plan = asked.withinDays
      isWithinDays = true
      table = prepared.table.adding(labels, as: .stratum)
      cautions = own
      return
    }
    let cells = try SwitchbackCells(prepared.table, asked)
    isWithinDays = false
    (self.plan, shownPlan, table) = (cells.plan, plan, cells.table)
    (switchback, cautions) = (cells.summary, own + cells.cautions)
  }

  /// Whether places of a switchback have constants of their own.
  var isWithinClusters: Bool { switchback?.comparison.isWithinPlaces ?? false }
}
