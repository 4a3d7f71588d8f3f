import Market
import Planning
import Takeaways

/// A plan in a document.
struct PlanPart: Encodable {
  struct GuardrailPart: Encodable {
    let guardrail: String
    let value: EstimatePart
    let verdict: String?
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
    rank = (result.ranking.firstIndex(of: place) ?? place) + 1
    chanceBest = result.comparison.chanceBest(place)
    measures = Dictionary(
      plan.measures.map(\.measure).map {
        ($0.key, EstimatePart(result.printed($0, plan: place, in: result.books), $0.unit, currency))
      },
      uniquingKeysWith: { first, _ in first })
    guardrails = plan.guardrails.map {
      GuardrailPart(
        guardrail: $0.guardrail.words(currency),
        value: EstimatePart($0.value, $0.guardrail.measure.unit.asMeasured, currency),
        verdict: $0.verdict?.rawValue, chanceKept: $0.chanceKept)
    }
    versusBaseline = plan.difference.map { VersusPart($0, result, place) }
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
  }

  let objective: DifferencePart
  let allPlansAtOnce: IntervalPart?
  let measures: [String: DifferencePart]
  let returnOnSpend: ExtraRatioPart
  let costPerExtraCustomer: ExtraRatioPart
  let extraValuePerExtraCost: ExtraRatioPart
  let extraOrderCost: ExtraRatioPart
  let paidBack: PaidBackPart
  let saving: SavingPart?
  let flips: [FlipPart]
  let profitReasons: [ReasonPart]

  init(_ plan: PlanDifference, _ result: RunResult, _ place: Int) {
    let (aim, currency) = (result.scenario.objective.measure, result.currency)
    func part(_ difference: Difference, _ measure: Measure) -> DifferencePart {
      DifferencePart(
        difference, printed: result.printed(difference, measure, plan: place, in: result.books),
        measure.unit,
        currency)
    }
    objective = part(plan.objective, aim)
    let value = result.printed(plan.objective, aim, plan: place, in: result.books).value
    allPlansAtOnce = IntervalPart(plan.simultaneous?.reaching(value), aim.unit, currency)
    measures = Dictionary(
      plan.measures.filter { $0.measure.key != aim.key }.map {
        ($0.measure.key, part($0.difference, $0.measure))
      },
      uniquingKeysWith: { first, _ in first })
    returnOnSpend = ExtraRatioPart(plan.returnOnSpend, .ratio, currency)
    costPerExtraCustomer = ExtraRatioPart(plan.costPerExtraCustomer, .money, currency)
    extraValuePerExtraCost = ExtraRatioPart(plan.valuePerExtraCost, .ratio, currency)
    extraOrderCost = ExtraRatioPart(plan.costPerIncrementalOrder, .money, currency)
    paidBack = PaidBackPart(plan.paidBack)
    saving = plan.saving.map { SavingPart(twins: $0.twins) }
    flips = plan.flips.map {
      FlipPart(
        segment: $0.segment, persuaded: $0.persuaded, anyway: $0.anyway, putOff: $0.putOff,
        untouched: $0.untouched)
    }
    profitReasons = result.reasons(plan: place, in: result.books).map {
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
