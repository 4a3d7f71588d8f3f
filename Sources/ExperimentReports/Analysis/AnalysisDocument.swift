public import Analyses
import Documents
import Experiments
import Statistics
import Takeaways

/// An analysis as one machine-readable document.
struct AnalysisDocument: Encodable {
  struct Split: Encodable {
    struct Arm: Encodable {
      let arm: String
      let units: Int
      let expected: Double?
    }

    let pValue: Double?
    let broken: Bool
    /// Units, or clusters that were randomised as wholes.
    let counted: String
    let note: String?
    let arms: [Arm]

    private enum Key: String, CodingKey { case pValue, broken, counted, note, arms }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(pValue, forKey: .pValue)
      try container.encode(broken, forKey: .broken)
      try container.encode(counted, forKey: .counted)
      try container.encodeIfPresent(note, forKey: .note)
      try container.encode(arms, forKey: .arms)
    }
  }

  struct EffectPart: Encodable {
    let metric: String
    let arm: String
    let method: String
    let controlValue: Double
    let armValue: Double
    let estimate: Double
    let standardError: Double
    /// Of Student's t; left out where it is the normal distribution.
    let degreesOfFreedom: Double?
    let low: Double?
    let high: Double?
    let pValue: Double
    let adjustedPValue: Double
    let relative: RelativePart
    let permutationPValue: Double?
    /// Bayes; without a prior all effects are alike likely before.
    let priorStandardDeviation: Double?
    let chanceHigher: Double?
    let expectedLoss: Double?
    let expectedLossOfControl: Double?
  }

  struct Dropped: Encodable {
    struct Example: Encodable {
      let row: Int
      let column: String?
      let value: String
    }

    let reason: String
    let count: Int
    let examples: [Example]
  }

  struct Missing: Encodable {
    let metric: String
    let arm: String?
    let method: String
    let reason: String
  }

  struct SegmentPart: Encodable {
    let segment: String
    let metric: String
    let arm: String
    let method: String?
    let units: Int
    let estimate: Double?
    let standardError: Double?
    let low: Double?
    let high: Double?
    let pValue: Double?
    let adjustedPValue: Double?
    let reason: String?
  }

  struct Novelty: Encodable {
    let metric: String
    let arm: String
    let method: String?
    let slope: Double?
    let standardError: Double?
    let pValue: Double?
    let reason: String?
  }

  struct Rows: Encodable {
    let read: Int
    let used: Int
    let missing: [String: Int]
    /// How the data is written, as far as that had to be found out.
    let reading: [String]
  }

  struct DecisionPart: Encodable {
    let metric: String
    let arm: String
    let verdict: String
    /// In the metric's unit or, below, as a share of the control's value; below 0 for a fall.
    let margin: Double?
    let marginShare: Double?
    /// One-sided, against the margin.
    let pValue: Double?
    let adjustedPValue: Double?

    init(_ decision: Decision) {
      (metric, arm, verdict) = (decision.metric, decision.arm, decision.verdict.rawValue)
      (pValue, adjustedPValue) = (decision.test?.pValue, decision.test?.adjustedPValue)
      let isFall = [.notWorse, .notWorseNotShown].contains(decision.verdict)
      let size = decision.margin.map { isFall && !$0.isRise ? -$0.size : $0.size }
      let isShare = decision.margin?.isShare ?? false
      (margin, marginShare) = isShare ? (nil, size) : (size, nil)
    }
  }

  struct Files: Encodable {
    let folder: String
    let names: [String]
  }

  let format = DocumentFormat.number
  let flywheel: String
  let file: String
  let answer: [String]
  let control: String
  let srm: Split
  let effects: [EffectPart]
  let correction: String
  let resampling: ResamplingPart?
  let joint: [JointPart]
  let notEstimable: [Missing]
  let segments: [SegmentPart]
  let segmentTests: [SegmentTestPart]
  let days: [DayPart]
  let novelty: [Novelty]
  let switchback: SwitchbackPart?
  let clustering: [ClusteringPart]
  let interference: [InterferencePart]
  let decisions: [DecisionPart]
  let rows: Rows
  let dropped: [Dropped]
  let warnings: [String]
  let files: Files
}

extension AnalysisDocument {
  init(_ result: AnalysisResult, _ source: AnalysisSource, folder: String, files: [String]) {
    flywheel = source.version
    file = source.data
    answer = AnalysisAnswer(result).sentences
    control = result.control
    srm = Split(
      pValue: result.split.pValue, broken: result.split.isBroken,
      counted: result.split.countsClusters ? "clusters" : "units", note: result.split.reason,
      arms: result.split.arms.map {
        Split.Arm(arm: $0.name, units: $0.units, expected: finite($0.expected))
      })
    effects = result.effects.map {
      EffectPart(
        metric: $0.metric, arm: $0.arm, method: $0.method, controlValue: $0.controlValue,
        armValue: $0.armValue, estimate: $0.effect.estimate,
        standardError: $0.effect.standardError,
        degreesOfFreedom: finite($0.effect.degreesOfFreedom), low: finite($0.interval.low),
        high: finite($0.interval.high), pValue: $0.pValue, adjustedPValue: $0.adjustedPValue,
        relative: RelativePart($0.relative), permutationPValue: $0.permutationPValue,
        priorStandardDeviation: $0.prior?.standardDeviation,
        chanceHigher: $0.chances?.chanceToWin, expectedLoss: $0.chances?.expectedLoss?.ofArm,
        expectedLossOfControl: $0.chances?.expectedLoss?.ofControl)
    }
    correction = result.correction.words
    resampling = ResamplingPart(result.plan.resampling)
    joint = result.joint.map { JointPart($0) }
    notEstimable = result.notEstimable.map {
      Missing(metric: $0.metric, arm: $0.arm, method: $0.method, reason: $0.reason)
    }
    segments = result.segments.map {
      SegmentPart(
        segment: $0.segment, metric: $0.metric, arm: $0.arm, method: $0.method,
        units: $0.units,
        estimate: $0.effect?.estimate, standardError: $0.effect?.standardError,
        low: finite($0.interval?.low), high: finite($0.interval?.high), pValue: $0.pValue,
        adjustedPValue: $0.adjustedPValue, reason: $0.reason)
    }
    segmentTests = result.segmentTests.map(SegmentTestPart.init)
    days = result.days.map(DayPart.init)
    novelty = result.novelty.map {
      Novelty(
        metric: $0.metric, arm: $0.arm, method: $0.method, slope: $0.slope?.estimate,
        standardError: $0.slope?.standardError, pValue: $0.slope?.pValue(), reason: $0.reason)
    }
    switchback = result.switchback.map(SwitchbackPart.init)
    clustering = result.clustering.map(ClusteringPart.init)
    interference = result.interference.map {
      InterferencePart($0, confidence: result.plan.confidence)
    }
    decisions = result.decisions.map(DecisionPart.init)
    rows = Rows(
      read: result.counts.read, used: result.counts.used, missing: result.counts.missing,
      reading: result.counts.notes)
    dropped = result.counts.dropped.map { dropped in
      Dropped(
        reason: dropped.reason.rawValue, count: dropped.count,
        examples: dropped.examples.map {
          Dropped.Example(row: $0.row, column: $0.column, value: $0.value)
        })
    }
    warnings = result.cautions.map(\.words)
    self.files = Files(folder: folder, names: files)
  }
}

func finite(_ value: Double?) -> Double? {
  value.flatMap { $0.isFinite ? $0 : nil }
}

extension AnalysisResult {
  /// The result as a JSON object, without a line break at the end.
  ///
  /// - Parameters:
  ///   - source: Where the result comes from.
  ///   - folder: Where the files are.
  ///   - files: Their names.
  /// - Returns: The text of the document.
  /// - Throws: Where a number is not finite.
  public func document(_ source: AnalysisSource, folder: String, files: [String]) throws -> String {
    let document = AnalysisDocument(self, source, folder: folder, files: files)
    return String(decoding: try jsonText(document).dropLast(), as: UTF8.self)
  }
}
