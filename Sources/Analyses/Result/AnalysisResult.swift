import Experiments
import Statistics

/// What an analysis found, as plain values; words and files are made of it elsewhere.
public struct AnalysisResult: Sendable {
  public let plan: AnalysisPlan
  public let counts: UnitCounts
  /// The control first.
  public let arms: [ArmSummary]
  /// Whether the units were split as planned.
  public let split: SplitCheck
  /// Metrics in the plan's order, and for each the arms.
  public let effects: [EffectEstimate]
  public let notEstimable: [MissingEffect]
  public let segments: [SegmentEffect]
  /// Whether effects differ between segments.
  public let segmentTests: [SegmentTest]
  /// Whether arms differ in any mean at all; none where fewer than two means are compared.
  public let joint: [JointTest]
  public let days: [DayEffect]
  /// Whether effects wear off or grow.
  public let novelty: [NoveltyTrend]
  public let caps: [Winsorizing]
  /// Where units have clusters, how alike those of a cluster are.
  public let clustering: [MetricClustering]
  /// Where some clusters were randomised as wholes and others unit by unit.
  public let interference: [InterferenceTest]
  /// Where the rows were those of a switchback, whose cells are the units.
  public let switchback: SwitchbackSummary?
  /// How p-values and intervals were corrected.
  public let correction: AppliedCorrection
  /// One for each metric and arm, unless the split is broken.
  public let decisions: [Decision]
  /// What a reader should know before relying on it.
  public let cautions: [Caution]

  public var control: String { arms[0].name }

  /// Whether there is any effect at all.
  public var isAnswer: Bool { !effects.isEmpty }
}
