import Documents
import Experiments
import Market
public import Planning
import Statistics
public import Takeaways

/// Everything rehearsals found out, as one machine-readable document; money in major units.
struct RehearsalDocument: Encodable {
  struct FigurePart: Encodable {
    let value: Double
    let low: Double?
    let high: Double?

    init(_ share: Simulated, scale: Double = 1) {
      value = share.value / scale
      low = share.interval.map { $0.low / scale }
      high = share.interval.map { $0.high / scale }
    }
  }

  struct ArmPart: Encodable {
    let plan: String
    let share: Double
    let profit: FigurePart
    /// What offers cost as they run within the experiment's days, which contribution a person leaves out.
    let runningCosts: FigurePart
    /// Where assumptions are drawn: the share of draws in which it is the right one.
    let right: FigurePart?
    let chosen: FigurePart
  }

  struct MetricPart: Encodable {
    let metric: String
    let days: Int
    let unit: String
    let truth: FigurePart
    let estimate: FigurePart
    let interference: FigurePart
    let sampling: Double?
    let meanStandardError: Double?
    let power: FigurePart
    let significantReversed: FigurePart
    let otherSignThanProfit: FigurePart
  }

  struct RulePart: Encodable {
    let rule: String
    let falseAlarms: FigurePart
    let power: FigurePart
    let days: FigurePart
  }

  struct ReplayPart: Encodable {
    let experiments: Int
    /// In standard errors.
    let largestDifference: Double
  }

  struct PowerPart: Encodable {
    let days: Int
    let peopleInTest: Double
    let power: FigurePart
  }

  struct ComparisonPart: Encodable {
    let plan: String
    let comparedWith: String
    let daysToPower: Int?
    let metrics: [MetricPart]
    let rules: [RulePart]
    let powerByDay: [PowerPart]
  }

  let format = DocumentFormat.number
  let flywheel: String
  let scenario: Provenance.Source
  let currency: String
  let seed: UInt64
  let rehearsals: Int
  let markets: Int
  let draws: Int?
  let people: Int
  let enrolment: String
  let peopleInTest: FigurePart
  let eachStandsFor: Int
  let days: Int
  let horizon: Int
  let metric: String
  let looks: [Int]
  let alpha: Double
  let alphaPerComparison: Double
  let couplings: [String]
  let replayed: ReplayPart?
  /// The planner's, where the scenario has one.
  let question: String?
  let answer: [String]
  let best: String
  let bestIsClear: Bool
  let lead: FigurePart
  let wrong: FigurePart
  let expectedLoss: FigurePart
  let arms: [ArmPart]
  let comparisons: [ComparisonPart]
  let files: RunDocument.FilesPart

  init(_ result: RehearsalResult, _ provenance: Provenance, folder: String, files: [String]) {
    let (design, decision, scale) = (result.design, result.decision, result.currency.scale)
    let names = design.arms.arms.map(\.name)
    flywheel = provenance.version
    scenario = provenance.scenario
    currency = result.currency.code
    seed = design.scenario.seed
    rehearsals = design.rehearsals
    markets = result.markets
    draws = result.draws
    people = result.people
    enrolment = design.arms.enrolment.rawValue
    peopleInTest = FigurePart(result.enrolled)
    eachStandsFor = design.scenario.market.standsFor
    days = design.days
    horizon = design.scenario.horizon
    metric = design.metric.rawValue
    looks = design.looks
    alpha = RehearsalDesign.alpha
    alphaPerComparison = design.alphaPerComparison
    couplings = result.couplings.map(\.rawValue)
    replayed = result.replay.map {
      ReplayPart(experiments: $0.experiments, largestDifference: $0.largestDifference)
    }
    question = design.scenario.question
    answer = RehearsalAnswer(result).sentences
    best = names[decision.best]
    bestIsClear = decision.isClear
    lead = FigurePart(decision.lead, scale: scale)
    wrong = FigurePart(decision.wrong)
    expectedLoss = FigurePart(decision.expectedLoss, scale: scale)
    arms = names.indices.map { arm in
      ArmPart(
        plan: names[arm], share: design.shares[arm],
        profit: FigurePart(decision.profits[arm], scale: scale),
        runningCosts: FigurePart(result.runningCosts[arm], scale: scale),
        right: result.draws == nil ? nil : FigurePart(decision.right[arm]),
        chosen: FigurePart(decision.chosen[arm]))
    }
    comparisons = result.comparisons.map { comparison in
      ComparisonPart(
        plan: names[comparison.arm], comparedWith: names[0], daysToPower: comparison.daysToPower,
        metrics: comparison.metrics.map { MetricPart($0, result.currency) },
        rules: comparison.rules.map {
          RulePart(
            rule: $0.rule.rawValue, falseAlarms: FigurePart($0.falseAlarms),
            power: FigurePart($0.power),
            days: FigurePart($0.days))
        },
        powerByDay: comparison.powerByDay.map {
          PowerPart(days: $0.days, peopleInTest: $0.people, power: FigurePart($0.power))
        })
    }
    self.files = RunDocument.FilesPart(folder: folder, names: files)
  }
}

extension RehearsalDocument.MetricPart {
  init(_ findings: MetricFindings, _ currency: Currency) {
    let scale = findings.metric.unit == .money ? currency.scale : 1
    self.init(
      metric: findings.metric.rawValue, days: findings.days,
      unit: findings.metric.unit.word(currency) ?? findings.metric.unit.rawValue,
      truth: .init(findings.truth, scale: scale),
      estimate: .init(findings.estimate, scale: scale),
      interference: .init(findings.interference, scale: scale),
      sampling: findings.sampling.map { $0 / scale },
      meanStandardError: findings.statedError.map { $0 / scale },
      power: .init(findings.power), significantReversed: .init(findings.reversed),
      otherSignThanProfit: .init(findings.disagreement))
  }
}

extension RehearsalResult {
  /// The result as a JSON object, without a line break at the end.
  ///
  /// - Throws: Where a number is not finite.
  public func document(_ provenance: Provenance, folder: String, files: [String]) throws -> String {
    let document = RehearsalDocument(self, provenance, folder: folder, files: files)
    return String(decoding: try jsonText(document).dropLast(), as: UTF8.self)
  }
}
