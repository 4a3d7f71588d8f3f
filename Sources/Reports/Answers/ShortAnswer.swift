import Market
import Planning
import Statistics
import Takeaways

/// What a scenario is answered with, in a row among others.
struct ShortAnswer: Sendable {
  /// What to do; the baseline where nothing is better, `nil` where that is not clear.
  let best: String?
  /// Plans that the best one cannot be told from.
  let equals: [String]
  /// What the plan that the answer is about does, such as `earns 12,300 CNY more`.
  let gain: String
  /// Between what it does so in 95 of 100 markets, such as `9,800 and 14,900`.
  let range: String?
  /// In what share of markets that plan is better than the baseline.
  let chance: Double?
  /// The same as people are told.
  let betterIn: Cell
  /// The largest reason.
  let why: String?

  /// What to do in a cell: the best plan, or all that are to be taken for equal.
  var advice: String {
    guard let best, !equals.isEmpty else { return best ?? "not clear" }
    let named = [best] + equals.prefix(2)
    let further = equals.count + 1 - named.count
    let all = named.map(quoted) + (further > 0 ? ["\(Readable.few(further)) further"] : [])
    return "not told apart: \(all.joined(separator: " or "))"
  }
}

extension RunResult {
  /// The answer in a row, made of what the whole answer says.
  var shortAnswer: ShortAnswer {
    let verdict = Verdict(standings)
    let said = Headline(self).short(verdict)
    let baseline = scenario.plans.first?.name
    let (best, equals, gain): (String?, [Equal], String) =
      switch verdict {
      case .alone: (baseline, [], said.gain)
      case .better(let plan) where plan.equals.isEmpty: (plan.plan, [], said.gain)
      case .better(let plan): (plan.plan, plan.equals, "\(quoted(plan.plan)) \(said.gain)")
      case .same(let plan), .baselineBest(let plan):
        (baseline, [], "\(quoted(plan.plan)) \(said.gain)")
      case .unclear(let plan): (nil, [], "\(quoted(plan.plan)) \(said.gain)")
      }
    return ShortAnswer(
      best: best, equals: equals.map(\.plan), gain: gain, range: said.range,
      chance: said.range == nil ? nil : verdict.leader?.chanceHigher,
      betterIn: said.range == nil ? .empty : betterInCell(verdict.leader),
      why: because(verdict))
  }

  /// Why the plan that the answer is about earns more or less than the baseline.
  func because(_ verdict: Verdict) -> String? {
    verdict.leader.flatMap {
      Because(
        currency: currency, objective: scenario.objective, countsAfter: scenario.countsAfter
      ).sentence(reasons(plan: $0.place))
    }
  }
}

extension Headline {
  /// What a plan does against the baseline without naming it, and between what it does so in 95 of 100 markets.
  func short(_ verdict: Verdict) -> (gain: String, range: String?) {
    switch verdict {
    case .alone:
      let rounding = rounding([level.value, level.prediction?.low, level.prediction?.high])
      let gain =
        objective == .profit && level.value < 0
        ? "loses \(rounding.full(level.value))" : objective.phrase(rounding.full(level.value))
      return (
        gain,
        level.isAlike ? "the same \(level.inAll)" : level.prediction.map { levels($0, rounding) }
      )
    case .same(let plan):
      let seen = plan.isTheBaseline ? "" : " \(plan.difference.inAll)"
      return ("\(objective.verb) exactly the same\(seen)", nil)
    case .better(let plan), .baselineBest(let plan), .unclear(let plan):
      let rounding = rounding(plan)
      let difference = plan.difference
      return (
        objective.phrase(amount(plan, rounding), isMore: difference.value >= 0),
        difference.isAlike
          ? "the same \(difference.inAll)" : difference.prediction.map { differences($0, rounding) }
      )
    }
  }
}
