public import Experiments
public import Statistics

/// What an analysis found, as plain values; words and files are made of it elsewhere.
public struct AnalysisResult: Sendable {
  public internal(set) var plan: AnalysisPlan
  public let counts: UnitCounts
  /// The control first.
  public let arms: [ArmSummary]
  /// Whether the units were split as planned.
  public let split: SplitCheck
  /// Metrics in the plan's order, and for each the arms.
  public internal(set) var effects: [EffectEstimate]
  public internal(set) var notEstimable: [MissingEffect]
  public internal(set) var segments: [SegmentEffect]
  /// Whether effects differ between segments.
  public internal(set) var segmentTests: [SegmentTest]
  /// Whether arms differ in any mean at all; none where fewer than two means are compared.
  public internal(set) var joint: [JointTest]
  public internal(set) var days: [DayEffect]
  /// Whether effects wear off or grow.
  public internal(set) var novelty: [NoveltyTrend]
  public internal(set) var caps: [Winsorizing]
  /// Where units have clusters, how alike those of a cluster are.
  public internal(set) var clustering: [MetricClustering]
  /// Where some clusters were randomised as wholes and others unit by unit.
  public internal(set) var interference: [InterferenceFinding]
  /// Where the rows were those of a switchback, whose cells are the units.
  public internal(set) var switchback: SwitchbackSummary? = nil
  /// How p-values and intervals were corrected, as words.
  public internal(set) var correction: String
  /// One for each metric and arm, unless the split is broken.
  public internal(set) var decisions: [Decision]
  /// What a reader should know before relying on it.
  public internal(set) var warnings: [String]

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
  public internal(set) var values: [Value]
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

/// The slope of an arm's daily effects, each of the day's units alone.
public struct NoveltyTrend: Sendable, Equatable {
  public let metric: String
  public let arm: String
  /// Of the days' effects.
  public let method: String?
  /// Change of the effect from one day with units to the next; nil where it is not estimable.
  public let slope: Effect?
  public let reason: String?
}

/// What an effect means for the planner.
public struct Decision: Sendable, Equatable {
  public enum Verdict: String, Sendable {
    case higher, lower
    /// The data do not tell which.
    case unclear
    /// As before, but more looks are to come.
    case tooEarly
    case notWorse
    case notWorseNotShown
    case equivalent, equivalenceNotShown
    case notEstimable
  }

  public let metric: String
  public let arm: String
  public let verdict: Verdict
  /// What `notWorse`, `equivalent` and their opposites are about.
  public let margin: Margin?
  /// Why it is not estimable.
  public let reason: String?
}
