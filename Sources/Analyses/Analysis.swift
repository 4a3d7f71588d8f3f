public import Experiments

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
    let units = try AnalysedUnits(units, plan)
    let experiment = try await Experiment(units, threads: threads)
    let estimates = await Estimators.estimates(experiment)
    let comparisons = estimates.comparisons
    let looks = GroupSequential(experiment, comparisons)
    let corrected =
      looks.corrected
      ?? Corrections(rule: experiment.plan.correction, confidence: plan.confidence)
      .corrected(comparisons)
    let arms = experiment.names.indices.map { ArmSummary($0, experiment, comparisons) }
    let segments = SegmentEffects(experiment)
    let interference = await InterferenceTests(experiment)
    let tails = await TailChecks(experiment, areCounts: units.areCounts)
    let permutations = await PermutationTests(experiment, comparisons)
    let priors = Priors(plan.priors, comparisons, control: arms[0])
    let effects = Effects(comparisons, corrected, permutations, priors, experiment.names)
    let margins = MarginTests(experiment.plan, comparisons, corrected, experiment.names)
    let cautions =
      SplitCautions(experiment).all + UnitCautions(experiment).all + tails.cautions
      + estimates.cautions + looks.cautions + segments.cautions
      + interference.cautions + permutations.cautions + priors.cautions + units.cautions
    return AnalysisResult(
      plan: units.shownPlan, counts: counts.noting(units.notes), arms: arms,
      split: experiment.split, effects: effects.all, notEstimable: effects.missing,
      segments: segments.effects, segmentTests: segments.tests,
      // How metrics of the same units go together is not known from their counts.
      joint: units.areCounts ? [] : JointTest.all(experiment), days: looks.days,
      novelty: NoveltyTrend.all(experiment), caps: units.caps,
      // How alike a place's windows are is no plan for clusters of anything.
      clustering: units.switchback == nil ? MetricClustering.all(experiment) : [],
      interference: interference.all, switchback: units.switchback,
      correction: corrected.applied,
      decisions: Decisions(experiment, effects.byMetric, margins.all).all,
      cautions: cautions)
  }
}
