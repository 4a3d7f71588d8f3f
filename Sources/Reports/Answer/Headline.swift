import Documents
import Market
import Statistics
import Takeaways

/// The answer in one sentence: which plan is better, by how much and when, and how the market may turn out.
struct Headline {
  let objective: Objective
  let currency: Currency
  let baseline: String
  /// The objective under the baseline.
  let level: Estimate
  /// Of profit under the baseline.
  var parts: ProfitParts?
  /// Whether what people do after the horizon counts.
  var countsAfter = true
  var days: Int
  /// Plans the baseline is compared with.
  var rivals = 2
  /// What was played, such as `30 replications`.
  let played: String

  func sentence(_ verdict: Verdict) -> String {
    switch verdict {
    case .alone: alone
    case .same(let plan): same(plan)
    case .better(let plan): better(plan)
    case .baselineBest(let plan): baselineBest(plan)
    case .unclear(let plan): unclear(plan)
    }
  }

  private var alone: String {
    let spread = level.prediction
    let isAlike = level.isAlike
    let rounding = rounding([level.value, spread?.low, spread?.high])
    let loses = objective == .profit && level.value < 0
    let verb =
      loses
      ? "loses \(rounding.full(level.value))" : objective.phrase(rounding.full(level.value))
    let range =
      isAlike
      ? alike(level)
      : spread.map {
        "; in 95 of 100 markets \(loses ? "it earns " : "")between \(levels($0, rounding))"
      }
    let made = parts.flatMap { parts in
      split(parts, level.value, rounding).map { within, afterwards in
        let what = loses ? "it earns " : ""
        return ": \(what)\(signed(within, rounding)) \(withinTheHorizon),"
          + " \(signed(afterwards, rounding)) afterwards from"
          + (countsAfter
            ? " customers and people who then know us"
            : " what of its orders goes back or is paid later")
      }
    }
    return
      "\(quoted(baseline)) \(verb)\(made ?? " in \(Readable.counted(days, "day"))")\(range ?? "")."
  }

  private func same(_ plan: Standing) -> String {
    let name = quoted(baseline)
    let seen = plan.isTheBaseline ? "" : " \(plan.difference.inAll)"
    let verb = objective.verb
    guard rivals == 1 else {
      return "No plan \(objective.most) than \(name): \(plan.introduced)"
        + (plan.isTheBaseline ? " does what it does, and" : "")
        + " \(verb) exactly the same\(seen)."
    }
    return plan.isTheBaseline
      ? "\(plan.introduced) does what \(name) does, and so \(verb) exactly what \(name) \(verb)."
      : "\(plan.introduced) \(verb) exactly what \(name) \(verb)\(seen)."
  }

  private func better(_ plan: Standing) -> String {
    let rounding = rounding(plan)
    let more = objective.phrase(amount(plan, rounding), isMore: true)
    let start = "\(plan.introduced) \(more) than \(quoted(baseline))"
    let made = made(plan, rounding)
    guard let spread = plan.difference.prediction, spread.low < 0 else {
      return start + (asked(plan).map { " (\($0))" } ?? "") + (made.map { ": \($0)" } ?? "")
        + range(plan, rounding) + equals(plan) + "."
    }
    let aside = [asked(plan), made].compactMap(\.self).joined(separator: "; ")
    let average = aside.isEmpty ? "on average" : "on average (\(aside))"
    return
      "\(start) \(average), but not in every market: in 95 of 100 between"
      + " \(differences(spread, rounding)), and more than \(quoted(baseline)) in"
      + " \(Readable.outOfHundred(plan.chanceHigher, least: plan.leastChance))\(equals(plan))."
  }

  private func baselineBest(_ plan: Standing) -> String {
    let rounding = rounding(plan)
    let less = objective.phrase(amount(plan, rounding), isMore: false)
    let made = made(plan, rounding).map { ": \($0)" } ?? ""
    let start =
      rivals == 1
      ? "\(plan.introduced) \(less) than \(quoted(baseline))"
      : "No plan is better than \(quoted(baseline)): the nearest, \(plan.introduced), \(less)"
    return start + (asked(plan).map { " (\($0))" } ?? "") + made + range(plan, rounding) + "."
  }

  private func unclear(_ plan: Standing) -> String {
    let rounding = rounding(plan)
    let amount = rounding.full(plan.difference.value)
    let who =
      rivals == 1
      ? "Whether \(plan.introduced) is better than \(quoted(baseline)) is not clear: it"
      : "No plan is clearly better than \(quoted(baseline)): \(plan.introduced)"
    let start =
      "\(who) \(objective.phrase(amount, isMore: plan.difference.value >= 0))"
      + (made(plan, rounding).map { " (\($0))" } ?? "")
    guard let known = plan.known else {
      return start + ", but a single replication cannot tell how sure that is."
    }
    let error = Rounding([known.halfWidth], objective.measure.unit, currency, digits: 2)
    return "\(start), but \(played) tell that only to ±\(error.full(known.halfWidth))"
      + range(plan, rounding) + "."
  }

  /// How the market may turn out, from a semicolon on; empty where that is not known.
  private func range(_ plan: Standing, _ rounding: Rounding) -> String {
    guard let range = plan.difference.prediction else { return "" }
    return plan.difference.isAlike
      ? alike(plan.difference)
      : "; in 95 of 100 markets between \(differences(range, rounding))"
  }

  /// Said where all replications came to the same: that luck plays no part does not follow from it.
  private func alike(_ estimate: Estimate) -> String { "; it was the same \(estimate.inAll)" }

  func rounding(_ values: [Double?]) -> Rounding {
    Rounding(values, objective.measure.unit, currency)
  }

  /// When the difference is made, such as `1,600 less within the year, 9,600 more afterwards from customers
  /// and people who know us because of it`.
  private func made(_ plan: Standing, _ rounding: Rounding) -> String? {
    guard let parts = plan.parts,
      let (within, afterwards) = split(parts, plan.difference.value, rounding)
    else { return nil }
    func change(_ value: Double) -> String {
      "\(rounding.bare(value)) \(value < 0 ? objective.less : "more")"
    }
    if within == 0 { return "none of it \(withinTheHorizon), all of it afterwards" }
    if afterwards == 0 { return "all of it \(withinTheHorizon)" }
    return "\(change(within)) \(withinTheHorizon), \(change(afterwards)) afterwards"
      + (afterwards > 0 ? " from customers and people who know us because of it" : "")
  }

  /// Both parts rounded such that they add up to the rounded whole: the larger one takes the rest.
  ///
  /// `nil` where nothing counts after the horizon.
  private func split(_ parts: ProfitParts, _ whole: Double, _ rounding: Rounding)
    -> (within: Double, afterwards: Double)?
  {
    guard parts.afterwards != 0 else { return nil }
    let whole = rounding.rounded(whole)
    if abs(parts.within) < abs(parts.afterwards) {
      let within = rounding.rounded(parts.within)
      return (within, whole - within)
    }
    let afterwards = rounding.rounded(parts.afterwards)
    return (whole - afterwards, afterwards)
  }

  private var withinTheHorizon: String { "within \(horizon)" }

  private var horizon: String {
    switch days {
    case 1: "the day"
    case 365, 366: "the year"
    case let days where days % 7 == 0 && days > 7: "the \(days / 7) weeks"
    default: "the \(days) days"
    }
  }

  /// Such as `9,800 and 14,900` or `3,000 less and 5,200 more`.
  func differences(_ spread: Interval, _ rounding: Rounding) -> String {
    let (low, high) = (rounding.bare(spread.low), rounding.bare(spread.high))
    if spread.low >= 0 { return "\(low) and \(high)" }
    if spread.high <= 0 { return "\(high) and \(low) \(objective.less)" }
    return "\(low) \(objective.less) and \(high) more"
  }

  func levels(_ spread: Interval, _ rounding: Rounding) -> String {
    "\(signed(spread.low, rounding)) and \(signed(spread.high, rounding))"
  }

  private func signed(_ value: Double, _ rounding: Rounding) -> String {
    (value < 0 ? "−" : "") + rounding.bare(value)
  }
}
