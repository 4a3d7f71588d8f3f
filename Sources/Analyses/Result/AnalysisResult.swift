public import Experiments
public import Statistics

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

/// An arm's units and what was measured on them.
public struct ArmSummary: Sendable, Equatable {
  public struct Value: Sendable, Equatable {
    public let metric: String
    /// Units that have a value.
    public let units: Int
    /// The mean, share, ratio or quantile; nil where it is not estimable.
    public let value: Double?
    /// Between units; of a ratio, of the delta method's pseudo-values; none for quantiles.
    public let standardDeviation: Double?
  }

  public let name: String
  public let units: Int
  public let values: [Value]
}

/// An arm against the control within a segment.
public struct SegmentEffect: Sendable, Equatable {
  public let segment: String
  public let metric: String
  public let arm: String
  /// Such as "CUPED"; nil where it is not estimable there.
  public let method: String?
  public let units: Int
  /// nil where it is not estimable there.
  public let effect: Effect?
  public let interval: Interval?
  public let pValue: Double?
  /// By Benjamini and Hochberg over the segments and arms of the metric.
  public internal(set) var adjustedPValue: Double?
  public let reason: String?
}

/// Whether an arm's effect differs between segments.
public struct SegmentTest: Sendable, Equatable {
  public let metric: String
  public let arm: String
  /// Cochran's Q, or with clusters, which segments may share, Wald's F.
  public let method: String?
  public let pValue: Double?
  /// The F test of the interaction in the linear model with one variance; without clusters only.
  public let interaction: SegmentInteraction?
  public let reason: String?
}

/// An arm against the control up to a day, all units observed until then.
public struct DayEffect: Sendable, Equatable {
  public let day: String
  public let metric: String
  public let arm: String
  public let method: String
  /// In the two arms.
  public let units: Int
  public let effect: Effect
  /// By the sequential rule where there is one; else of one look alone.
  public let interval: Interval
  public let pValue: Double
}
