import Documents
import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// What else to know before doing it, in one sentence: guardrails, what customers cost, whom offers paid.
  func whatElse(_ verdict: Verdict) -> String? {
    switch verdict {
    case .alone: nil
    case .same: nil
    case .better(let leader):
      remark(
        [profitChange(leader)]
          + (guardrails(leader).map { [$0] } ?? [cost(leader), keepsAll(leader)])
          + [wonByReward(leader), onlySlow(leader)])
    case .baselineBest(let nearest):
      scenario.objective == .profit
        ? Because(currency: currency, countsAfter: scenario.countsAfter)
          .sentence(reasons(plan: nearest.place))
        : remark([profitChange(nearest)])
    case .unclear(let leader): remark([profitChange(leader), untold(leader)])
    }
  }

  private func remark(_ parts: [String?]) -> String? {
    let said = parts.compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ").withCapital + "."
  }

  /// What a plan ranked by something else does to profit.
  private func profitChange(_ plan: Standing) -> String? {
    guard scenario.objective != .profit,
      let profit = comparison.plans[plan.place].difference?.measures
        .first(where: { $0.measure.key == "profit" })
    else { return nil }
    let estimate = printed(profit.difference, profit.measure, plan: plan.place)
    let range = estimate.prediction
    let rounding = Rounding([estimate.value, range?.low, range?.high], .money, currency)
    func signed(_ value: Double) -> String { (value < 0 ? "−" : "+") + rounding.bare(value) }
    return "its profit changes by \(signed(estimate.value)) \(currency.code)"
      + (estimate.isAlike
        ? " \(estimate.inAll)"
        : range.map { " (in 95 of 100 markets \(signed($0.low)) to \(signed($0.high)))" } ?? "")
  }

  /// What the leader's guardrails say, and which plan keeps them all.
  private func guardrails(_ leader: Standing) -> String? {
    let verdicts = comparison.plans[leader.place].guardrails
    let broken = verdicts.filter { $0.verdict == .broken }
    guard broken.isEmpty else {
      let many = broken.count > 1
      let facts = broken.map { $0.sentence(currency) }.joined(separator: ", ")
      return "but it breaks \(many ? "guardrails" : "a guardrail"): \(facts); \(bestThatKeepsAll)"
    }
    let open = verdicts.filter { $0.verdict == .cannotSay }
    guard open.isEmpty else {
      return "whether it keeps "
        + open.map { "\(quoted($0.guardrail.words(currency))) (\($0.chance(leastChance)))" }
        .joined(separator: " and ") + " can't be said"
    }
    return nil
  }

  /// Said where the leader's guardrails are judged, none of them other than kept.
  private func keepsAll(_ leader: Standing) -> String? {
    let kept = comparison.plans[leader.place].guardrails.count { $0.verdict == .kept }
    switch (kept, scenario.guardrails.count) {
    case (0, _): return nil
    case (1, 1): return "it keeps its guardrail"
    case (let kept, let all) where kept == all: return "it keeps every guardrail"
    default: return "it keeps every guardrail that can be judged"
    }
  }

  private var bestThatKeepsAll: String {
    let keeping = standings.first { standing in
      (standing.known?.low ?? 0) > 0
        && comparison.plans[standing.place].guardrails.allSatisfy {
          $0.verdict != .broken && $0.verdict != .cannotSay
        }
    }
    guard let keeping else { return "no plan that is clearly better keeps every guardrail" }
    let value = keeping.difference.value
    let amount = Rounding([value], scenario.objective.measure.unit, currency).full(value)
    return "the best that keeps every guardrail is \(keeping.introduced): it"
      + " \(scenario.objective.phrase(amount, isMore: true)) than the baseline"
  }

  /// What it costs to win customers, or whom rewards went to.
  private func cost(_ leader: Standing) -> String? {
    winning(leader) ?? deadWeight(leader)
  }

  private func winning(_ leader: Standing) -> String? {
    let spent = statement.difference(Measure.allWinningCost, plan: leader.place)
    let won = statement.difference(Measure.allWon, plan: leader.place)
    guard spent != 0, let ratio = comparison.plans[leader.place].difference?.costPerExtraCustomer
    else { return nil }
    func money(_ amount: Double) -> String { Rounding([amount], .money, currency).full(amount) }
    let customers = Rounding([won], .count, currency).bare(won)
    let time = timeAfterwards
    let said = "it spends \(money(spent)) more on winning customers\(time)"
    let spends = time.isEmpty ? said : said + ","
    let without = besideWinning(leader)
    switch ratio.reading {
    case .between(let estimate):
      let range = estimate.prediction
      let each = Rounding([estimate.value, range?.low, range?.high], .money, currency)
      let between =
        range.map {
          $0.isPoint ? " \(estimate.inAll)" : " (\(each.bare($0.low)) to \(each.bare($0.high)))"
        } ?? ""
      return
        "\(spends) and wins \(customers) more, at \(each.full(estimate.value))\(between) for each"
        + " extra one\(without)"
    case .atLeast(let end, let estimate):
      let each = Rounding([estimate.value, end], .money, currency)
      return
        "\(spends) and wins \(customers) more, at about \(each.full(estimate.value)) for each extra"
        + " one, in 95 of 100 markets at least \(each.bare(end))\(without)"
    case .open: return "\(said), and whether that wins any more is not clear"
    case .saves:
      return "it wins \(customers) more customers and spends \(money(spent)) less on winning them"
        + timeAfterwards
    case .none: return spent > 0 ? "\(spends) and wins none more" : nil
    }
  }

  /// What the plan pays beside: no part of the definition of what winning costs, which would be taken for all of it.
  private func besideWinning(_ leader: Standing) -> String {
    let beside: [(Figure, String)] = [
      (.fixedCosts, "fixed costs"), (.messaging, "running costs of offers"),
      (.product, "product work"),
    ]
    let parts = beside.compactMap { figure, words -> String? in
      let more = statement.difference([figure], plan: leader.place)
      guard more > 0 else { return nil }
      return "\(Rounding([more], .money, currency).full(more)) more for \(words)"
    }
    return parts.isEmpty ? "" : ", without \(parts.joined(separator: " and "))"
  }

  /// Customers won after the horizon are paid for within it: they count, and so does what they cost.
  private var timeAfterwards: String {
    switch scenario.daysPlayed - scenario.horizon {
    case 0: ""
    case 365: ", the year after the horizon included"
    case 730: ", the two years after the horizon included"
    case let days: ", the \(Readable.counted(days, "day")) after the horizon included"
    }
  }

  /// Who would not have bought first without the reward, and what the answer rests on about them.
  private func wonByReward(_ leader: Standing) -> String? {
    let won = countOfPeople(.wonByReward, plan: leader.place)
    guard won >= 1 else { return nil }
    let of = countOfPeople(.firstOrders, plan: leader.place)
    let counts = Rounding([won, of], .count, currency)
    let rates = Set(
      scenario.market.segments.map(\.decision).filter { $0.gain > 0 }.map(\.rateOfThoseWon))
    let assumed =
      switch (rates.count, rates.first) {
      case (1, 1): "taken to buy as often as others"
      case (1, let rate?): "taken to buy \(Readable.share(rate, decimals: 0)) as often as others"
      default: "taken to buy less often than others"
      }
    return "of \(counts.bare(of)) first orders \(counts.bare(won)) were won by the reward alone,"
      + " by people \(assumed)"
  }

  /// Which orders with a reward would have come anyway, and what became of the others that are not rewarded.
  ///
  /// Not said of points, which members collect on whatever they order.
  private func deadWeight(_ leader: Standing) -> String? {
    let redeemed = statement.total([.judged], plan: leader.place)
    guard redeemed >= 1,
      !scenario.plans[leader.place].offers.contains(where: { $0.terms is PointsProgramme })
    else { return nil }
    let anyway = statement.total([.deadWeight], plan: leader.place)
    let more = statement.difference([.orders], plan: leader.place)
    let counts = Rounding([redeemed, more], .count, currency)
    if mayShareOrders(scenario.plans[leader.place].offers) {
      return "of \(counts.bare(redeemed)) redemptions, of which several may be on one order,"
        + " \(counts.bare(anyway)) were on orders that would have come without that offer too"
    }
    let start =
      "of \(counts.bare(redeemed)) orders with a reward \(counts.bare(anyway)) would have come anyway"
    guard counts.rounded(anyway) > 0 else { return start }
    let won = counts.rounded(redeemed) - counts.rounded(anyway)
    // Whatever was brought forward, or followed.
    let others = counts.rounded(more) - won
    let inAll = "\(counts.bare(more)) \(more < 0 ? "fewer" : "more") in all"
    let said = "\(start) and \(counts.bare(won)) would not"
    if others == 0 { return said }
    return others < 0
      ? "\(said); other orders are \(counts.bare(others)) fewer, so that \(inAll) come"
      : "\(said); other orders are \(counts.bare(others)) more, so that \(inAll) come"
  }

  /// Whether two of the offers can be redeemed on one order.
  private func mayShareOrders(_ offers: [Offer]) -> Bool {
    let redeemed = offers.filter { type(of: $0.terms).isJudged }
    return redeemed.indices.contains { place in
      redeemed[..<place].contains {
        $0.window.overlaps(redeemed[place].window)
          && !Set($0.segments).isDisjoint(with: redeemed[place].segments)
      }
    }
  }

  /// Of those who took part in a win-back: who had left and is back, who had left for good, who was only slow.
  private func onlySlow(_ leader: Standing) -> String? {
    let plan = comparison.summary.plans[leader.place]
    let offers = scenario.plans[leader.place].offers
    let places = offers.indices.filter { offers[$0].terms is WinBack }
    func count(_ figure: Figure) -> Double {
      statement.mean(places.reduce(0) { $0 + plan.sum(figure, .offer($1)) })
    }
    let (taken, back, away) = (count(.tookPart), count(.revived), count(.stayedAway))
    guard taken >= 1 else { return nil }
    let counts = Rounding([taken], .count, currency)
    let names = places.map { quoted(offers[$0].name) }.joined(separator: " and ")
    let slow = counts.rounded(taken) - counts.rounded(back) - counts.rounded(away)
    let stayed =
      counts.rounded(away) > 0 ? " \(counts.bare(away)) had left and did not return," : ""
    return
      "of \(counts.bare(taken)) times that somebody took part in \(names) \(counts.bare(back)) brought back who had"
      + " left;\(stayed) \(counts.bare(slow)) were only slow, and may have ordered anyway"
  }

  /// How much more has to be played to tell whether a plan is better.
  private func untold(_ leader: Standing) -> String? {
    guard let known = leader.known else { return nil }
    let ratio = known.halfWidth / abs(leader.difference.value)
    // A little more than the error asks for: the difference itself is not known exactly.
    let factor = ratio * ratio * 1.2
    let needed = factor * Double(comparison.summary.replications)
    // What is known exactly needs no more.
    guard needed.isNaN || needed > Double(comparison.summary.replications) else { return nil }
    guard let more = morePlay(times: factor) else {
      return "the two are as good as equal: thousands of replications would not tell them apart"
    }
    return "\(more.words) would tell (\(more.option)); until then take them for equal"
  }
}

extension GuardrailVerdict {
  /// Such as `spend is 680 EUR where at most 10 EUR was asked for`.
  fileprivate func sentence(_ currency: Currency) -> String {
    let unit = guardrail.measure.unit
    let value = value.estimate.map { unit.text($0.value, currency) } ?? "none"
    let bound =
      switch guardrail.bound {
      case .atMost(let limit): "at most \(unit.text(limit, currency))"
      case .atLeast(let limit): "at least \(unit.text(limit, currency))"
      }
    return "\(guardrail.measure.title) is \(value) where \(bound) was asked for"
  }

  fileprivate func chance(_ least: Double) -> String {
    chanceKept.map { "kept in \(Readable.outOfHundred($0, least: least)) markets" }
      ?? "too little was played"
  }
}
