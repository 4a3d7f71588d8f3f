import Documents
internal import RealModule

extension ScenarioDraft {
  /// The scenario, or `nil` where something is missing; what does not fit together is reported.
  func resolved(_ root: Element, _ reading: inout Reading) -> Scenario? {
    checkStopping(root, &reading)
    checkDraws(root, &reading)
    checkResidual(root, &reading)
    let product = element("product", of: root)
    if !reading.hasProblem(within: product) { self.product.check(at: product, &reading) }
    checkSeason(root, &reading)
    checkEvents(root, &reading)
    for segment in segments where segment.draft.share != 0 && people > 0 {
      segment.draft.checkJourney(segment.element, &reading)
    }
    checkEasedRoles(root, &reading)
    let sizes = sizes(root, &reading)
    warnAboutPlans(root, &reading)
    warnAboutUnused(root, &reading)
    guard let name, let currency, let start, let horizon, let sizes else { return nil }
    var resolved = segments.compactMap(\.resolved)
    guard resolved.count == segments.count, !plans.isEmpty else { return nil }
    for (index, size) in sizes.enumerated() { resolved[index].size = size }
    checkHunters(root, &reading)
    var plans = plans
    addHunters(to: &resolved, &plans, standsFor: reading.context.standsFor)
    let market = MarketConditions(
      segments: resolved, standsFor: reading.context.standsFor, season: playedSeason,
      product: self.product.sampled(reading.context.standsFor),
      discountRate: .log(onePlus: discount) / 365, residualDays: residual,
      runOff: RunOff(residualDays: residual, afterHorizon))
    var stopping = stopping
    stopping.precision = precision
    let scenario = Scenario(
      name: name, question: question, currency: currency, start: start, horizon: horizon,
      seed: seed, market: market,
      plans: plans, objective: objective, guardrails: guardrails, stopping: stopping,
      draws: DrawRule(
        minimum: draws.minimum, maximum: draws.maximum,
        replicationsPerDraw: DrawRule.replicationsPerDraw(standsFor: market.standsFor)))
    checkProportions(scenario, root, &reading)
    return scenario
  }

  /// A level season is none.
  private var playedSeason: Season {
    var season = season
    if season.weekdays.allSatisfy({ $0 == 1 }) { season.weekdays = [] }
    if season.months.allSatisfy({ $0 == 1 }) { season.months = [] }
    return season
  }

  private func checkStopping(_ root: Element, _ reading: inout Reading) {
    let block = element("replications", of: root)
    guard stopping.minimum > stopping.maximum, !reading.hasProblem(within: block) else { return }
    reading.refuse(
      block["minimum"] ?? block["maximum"] ?? block,
      reason: "The minimum, \(stopping.minimum), exceeds the maximum, \(stopping.maximum).")
  }

  private func checkDraws(_ root: Element, _ reading: inout Reading) {
    let block = element("draws", of: root)
    if draws.minimum > draws.maximum, !reading.hasProblem(within: block) {
      reading.refuse(
        block["minimum"] ?? block["maximum"] ?? block,
        reason: "The minimum, \(draws.minimum), exceeds the maximum, \(draws.maximum).")
    }
    if written["draws"] != nil, reading.uncertain.met.isEmpty, reading.isFaultless {
      reading.refuse(
        Element(place: block.place, path: block.path, content: .empty),
        reason: "There is nothing to draw: no key holds a range.", severity: .warning)
    }
  }

  /// Values without an end need a discount; under Pareto/NBD nothing but the discount would bound them where s ≤ 1.
  private func checkResidual(_ root: Element, _ reading: inout Reading) {
    guard residual == nil else { return }
    let end = "an end such as `residual: 2 years`."
    if discount == 0, written["discount"]?.content != .empty,
      !reading.hasProblem(with: written["discount"])
    {
      reading.refuse(
        element("discount", of: root),
        reason:
          "With no end to what counts and no discount, money in any far year would count in full.",
        rule: "Give a discount such as `discount: 8% per year`, or \(end)")
      return
    }
    for segment in segments {
      guard case .inTime(let s, _)? = segment.resolved?.purchases.lapse, s <= 1 else { continue }
      reading.refuse(
        element("residual", of: root),
        reason: "With no end to what counts, nothing but the discount bounds what customers of"
          + " `\(segment.name)` are worth on average, because some hardly ever lapse (lapse s ="
          + " \(plain((s * 1e4).rounded() / 1e4)), not above 1).",
        rule: "Give \(end)")
      return
    }
  }

  private func checkSeason(_ root: Element, _ reading: inout Reading) {
    let block = element("season", of: root)
    for (name, parts) in [("weekdays", season.weekdays), ("months", season.months)]
    where !parts.contains(where: { $0 > 0 }) {
      reading.refuse(block[name] ?? block, reason: "At least one must be above 0%.")
    }
  }
}

extension ScenarioDraft {
  /// Refuses figures that no market comes near, and warns of those out of all proportion, where nothing
  /// else is wrong.
  func checkProportions(_ scenario: Scenario, _ root: Element, _ reading: inout Reading) {
    guard reading.isFaultless else { return }
    let proportions = Proportions(scenario: scenario, root: root)
    proportions.refuseExtremes(&reading)
    guard reading.isFaultless else { return }
    proportions.warnOfContacts(&reading)
    proportions.warnOfSpending(&reading)
    proportions.warnOfLosingSales(&reading)
    proportions.warnOfLateCampaigns(&reading)
    proportions.warnOfAccounts(&reading)
    proportions.warnOfDepartures(&reading)
    proportions.warnOfIdleProducts(&reading)
    proportions.warnOfOffers(&reading)
    proportions.warnOfEventsForCommittees(&reading)
  }
}
