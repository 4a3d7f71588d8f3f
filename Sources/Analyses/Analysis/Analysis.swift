public import Experiments
internal import Statistics

/// Analyses an experiment as its plan says.
public struct Analysis: Sendable {
  public let plan: AnalysisPlan

  public init(_ plan: AnalysisPlan) { self.plan = plan }

  /// Computes everything the plan asks for.
  ///
  /// What cannot be computed is a reason in the result; only a plan that does not fit the units is refused.
  ///
  /// - Parameters:
  ///   - units: The columns of `plan.columns`, the control's arm first.
  ///   - counts: What became of the file's rows.
  ///   - threads: How much is worked on at a time; it changes no figure.
  /// - Returns: Effects, decisions and what else there is to say.
  /// - Throws: What is wrong with the plan, by itself or for these units.
  public func run(
    _ units: consuming UnitTable, counts: UnitCounts = UnitCounts(), threads: Int = 1
  ) async throws(PlanProblem) -> AnalysisResult {
    for problem in plan.problems { throw problem }
    try GroupLimits(plan: plan).check(units)
    if let cells = try CountedCells.units(of: units, plan) {
      var counts = counts
      counts.notes.append(cells.note)
      var result = try await Analysis(cells.plan).run(cells.table, counts: counts, threads: threads)
      // How metrics of the same units go together is not known from their counts.
      (result.plan.counts, result.plan.squares, result.joint) = (true, plan.squares, [])
      return result
    }
    let prepared = PreparedUnits(units, plan)
    if plan.switchback != nil {
      let cells = try SwitchbackCells(prepared.table, plan)
      var result = try await Analysis(cells.plan).run(
        cells.table, counts, caps: prepared.caps, threads: threads,
        isWithinClusters: cells.summary.comparison.isWithinPlaces)
      (result.plan, result.switchback) = (plan, cells.summary)
      // How alike a place's windows are is no plan for clusters of anything.
      result.clustering = []
      result.warnings += cells.warnings
      return result
    }
    return try await run(prepared.table, counts, caps: prepared.caps, threads: threads)
  }

  private func run(
    _ table: UnitTable, _ counts: UnitCounts, caps: [Winsorizing], threads: Int,
    isWithinClusters: Bool = false
  ) async throws(PlanProblem) -> AnalysisResult {
    let split = try SplitCheck(table, plan)
    let names = split.arms.map(\.name)
    var moments: [MetricMoments?] = []
    do {
      moments = try await MetricMoments.all(table, plan, threads: threads)
    } catch {
      throw PlanProblem("\(error.reason)")
    }
    let adjusting =
      Adjusting.isNeeded(plan) && !isWithinClusters
      ? await Adjusting(plan, table, threads: threads) : nil
    let bootstrapping = await Bootstrapping(plan, table, names: names, threads: threads)
    let estimating = Estimating(
      plan: plan, table: table, names: names, adjusting: adjusting, bootstrapping: bootstrapping,
      isWithinClusters: isWithinClusters)
    var comparisons = plan.metrics.indices.map { estimating.comparison($0, moments[$0]) }
    var days: [DayEffect] = []
    var correction: String
    var warnings = Warnings(plan, table, counts, names: names).all
    warnings += (adjusting?.warnings ?? []) + (bootstrapping?.warnings ?? [])
    if let rule = plan.sequential {
      let looking = Looking(plan: plan, names: names, rule: rule)
      (days, correction) = looking.apply(
        to: &comparisons, moments, table, &warnings)
    } else {
      correction = Correcting(rule: plan.correction, confidence: plan.confidence)
        .apply(to: &comparisons)
      days = Looking(plan: plan, names: names, rule: nil).days(moments, table, &warnings)
    }
    let segments = Segmenting(plan: plan, names: names).run(moments, table, &warnings)
    let interference =
      isWithinClusters
      ? [] : await Interfering(plan: plan, names: names).run(table, threads: threads)
    warnings += Interfering.warnings(interference)
    let deciding = Deciding(plan: plan, split: split, units: table.randomised)
    let arms = names.indices.map {
      estimating.summary($0, moments, units: table.units(inArm: $0), comparisons)
    }
    await Permuting(plan, names: names)
      .apply(to: &comparisons, table, &warnings, threads: threads)
    Believing(priors: plan.priors).apply(to: &comparisons, control: arms[0], &warnings)
    return AnalysisResult(
      plan: plan, counts: counts, arms: arms,
      split: split, effects: comparisons.flatMap { $0.effects.compactMap(\.self) },
      notEstimable: comparisons.flatMap { $0.missing(names) }, segments: segments.effects,
      segmentTests: segments.tests, joint: JointTesting(plan, names: names).run(moments, table),
      days: days, novelty: Trending(plan: plan, names: names).run(moments, table),
      caps: caps, clustering: MetricClustering.all(plan, table),
      interference: interference, correction: correction,
      decisions: deciding.decisions(comparisons, names), warnings: warnings)
  }
}

extension MetricComparison {
  /// The effects that could not be computed.
  func missing(_ names: [String]) -> [MissingEffect] {
    zip(names.dropFirst(), arms).compactMap { name, arm in
      guard case .failure(let problem) = arm else { return nil }
      return MissingEffect(
        metric: metric.name, arm: name, method: method, reason: problem.reason)
    }
  }
}
