import Market
import Planning

/// A plan in a document.
struct PlanPart: Encodable {
  struct GuardrailPart: Encodable {
    let guardrail: String
    let value: EstimatePart
    let kept: Bool?
    let chanceKept: Double?
  }

  struct ChannelPart: Encodable {
    let channel: String
    let marginalCPA: EstimatePart
    let incrementalCPA: EstimatePart
  }

  let name: String
  let rank: Int
  let chanceBest: Double
  let measures: [String: EstimatePart]
  let guardrails: [GuardrailPart]
  let versusBaseline: VersusPart?
  let channels: [ChannelPart]?

  init(_ result: RunResult, _ place: Int) {
    let plan = result.comparison.plans[place]
    let currency = result.currency
    name = plan.plan.name
    rank = (result.comparison.ranking.firstIndex(of: place) ?? place) + 1
    chanceBest = result.comparison.chanceBest(place)
    measures = Dictionary(
      plan.measures.map { ($0.measure.key, EstimatePart($0.estimate, $0.measure.unit, currency)) },
      uniquingKeysWith: { first, _ in first })
    guardrails = plan.guardrails.map {
      GuardrailPart(
        guardrail: $0.guardrail.words(currency),
        value: EstimatePart($0.value, $0.guardrail.measure.unit.asMeasured, currency),
        kept: $0.isKept, chanceKept: $0.chanceKept)
    }
    versusBaseline = plan.difference.map { VersusPart($0, result.scenario) }
    channels = result.channelValues.map { values in
      values.filter { $0.plan == plan.plan.name }.map {
        ChannelPart(
          channel: $0.channel, marginalCPA: EstimatePart($0.marginalCPA, .money, currency),
          incrementalCPA: EstimatePart($0.incrementalCPA, .money, currency))
      }
    }
  }
}

/// A plan against the baseline.
struct VersusPart: Encodable {
  struct FlipPart: Encodable {
    let segment: String
    let persuaded: Double
    let anyway: Double
    let putOff: Double
    let untouched: Double
  }

  struct ReasonPart: Encodable {
    let part: String
    let amount: Double?
  }

  struct SavingPart: Encodable {
    let twins: Double
    let twinsAndControlVariates: Double
  }

  let objective: DifferencePart
  let allPlansAtOnce: IntervalPart?
  let measures: [String: DifferencePart]
  let returnOnSpend: EstimatePart
  let costPerIncrementalOrder: EstimatePart
  let saving: SavingPart?
  let flips: [FlipPart]
  let profitReasons: [ReasonPart]

  init(_ plan: PlanDifference, _ scenario: Scenario) {
    let (unit, currency) = (scenario.objective.measure.unit, scenario.currency)
    objective = DifferencePart(plan.objective, unit, currency)
    allPlansAtOnce = IntervalPart(plan.simultaneous, unit, currency)
    measures = Dictionary(
      plan.measures.filter { $0.measure.key != scenario.objective.measure.key }.map {
        ($0.measure.key, DifferencePart($0.difference, $0.measure.unit, currency))
      },
      uniquingKeysWith: { first, _ in first })
    returnOnSpend = EstimatePart(plan.returnOnSpend, .ratio, currency)
    costPerIncrementalOrder = EstimatePart(plan.costPerIncrementalOrder, .money, currency)
    saving = plan.saving.map { SavingPart(twins: $0.twins, twinsAndControlVariates: $0.both) }
    flips = plan.flips.map {
      FlipPart(
        segment: $0.segment, persuaded: $0.persuaded, anyway: $0.anyway, putOff: $0.putOff,
        untouched: $0.untouched)
    }
    profitReasons = plan.reasons.map {
      ReasonPart(
        part: $0.part.rawValue, amount: Measure.Unit.money.plain($0.amount, currency))
    }
  }
}

extension GuardedMeasure.Unit {
  var asMeasured: Measure.Unit {
    switch self {
    case .money: .money
    case .share: .share
    case .count: .count
    }
  }
}
