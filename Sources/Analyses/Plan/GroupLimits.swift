import Experiments
import Documents

/// How many groups an analysis takes, said before anything is computed of more.
///
/// Up to here time and memory grow with the groups, and a reader may still make something of them. More
/// are as good as always a column of something else: of units, of times of day, of amounts.
struct GroupLimits {
  let plan: AnalysisPlan

  /// Segments, strata or days.
  static let mostGroups = 10_000
  /// Rows of the table of segments: segments × metrics × arms beside the control.
  static let mostSegmentEffects = 200_000
  /// Strata that enter a regression as indicators: its work grows as their square.
  static let mostIndicators = 1_000

  /// - Throws: The first that is too much: which column, how many, the limit and what to do instead.
  func check(_ table: UnitTable) throws(PlanProblem) {
    for (role, column) in [
      (UnitTable.Role.segment, plan.segment), (.stratum, plan.stratum), (.day, plan.day),
    ] {
      guard let column, let count = table.groups[role]?.count, count > Self.mostGroups else {
        continue
      }
      throw PlanProblem(
        "column \(column) (--\(role.rawValue)) has \(grouped(count)) different"
          + " \(Self.plural(role)), and at most \(grouped(Self.mostGroups)) can be told apart;"
          + " \(Self.advice(role))", key: role.rawValue)
    }
    try checkSegments(table)
    try checkIndicators(table)
  }

  private func checkSegments(_ table: UnitTable) throws(PlanProblem) {
    guard let column = plan.segment, let segments = table.groups[.segment]?.count else { return }
    let arms = table.arm.count - 1
    let effects = segments * arms * plan.metrics.count
    guard effects > Self.mostSegmentEffects else { return }
    throw PlanProblem(
      "column \(column) (--segment) has \(grouped(segments)) different segments, which with"
        + " \(grouped(arms)) arms beside the control and \(grouped(plan.metrics.count)) metrics make"
        + " \(grouped(effects)) effects, and at most \(grouped(Self.mostSegmentEffects)) can be"
        + " compared; give fewer metrics at a time, or a column with fewer segments",
      key: "segment")
  }

  /// Strata alone are weighted; beside covariates or clusters they are columns of a regression.
  private func checkIndicators(_ table: UnitTable) throws(PlanProblem) {
    guard let column = plan.stratum, plan.needsRegression,
      let count = table.groups[.stratum]?.count, count > Self.mostIndicators
    else { return }
    throw PlanProblem(
      "column \(column) (--stratum) has \(grouped(count)) different strata, and at most"
        + " \(grouped(Self.mostIndicators)) can enter a regression beside covariates, clusters or"
        + " --se; give a column with fewer strata, or strata alone, which are weighted",
      key: "stratum")
  }

  private static func plural(_ role: UnitTable.Role) -> String {
    switch role {
    case .segment: "segments"
    case .stratum: "strata"
    case .day: "days"
    case .cluster: "clusters"
    }
  }

  private static func advice(_ role: UnitTable.Role) -> String {
    switch role {
    case .segment:
      "give a column with fewer, such as a region instead of a postcode; units that belong together, such"
        + " as those of a household, are --cluster"
    case .stratum:
      "give a column with fewer, such as a band of amounts instead of the amount, which is a --covariate"
    case .day: "give days without the time of day, or weeks"
    case .cluster: "give a column with fewer"
    }
  }
}

extension AnalysisPlan {
  /// Whether rows are needed and not only moments.
  var needsRegression: Bool {
    resampling.bootstrap == nil
      && ((!covariates.isEmpty && adjustment != .cuped) || cluster != nil || standardError != nil)
  }
}
