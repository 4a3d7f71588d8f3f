internal import RealModule

extension ScenarioDraft {
  /// The scenario, or `nil` where something is missing; what does not fit together is reported.
  func resolved(_ root: Element, _ reading: inout Reading) -> Scenario? {
    checkStopping(root, &reading)
    checkResidual(root, &reading)
    checkIteration(root, &reading)
    checkSeason(root, &reading)
    for segment in segments where segment.draft.share != 0 && people > 0 {
      segment.draft.checkJourney(segment.element, &reading)
    }
    let sizes = sizes(root, &reading)
    warnAboutPlans(root, &reading)
    warnAboutUnused(root, &reading)
    guard let name, let currency, let start, let horizon, let sizes else { return nil }
    var resolved = segments.compactMap(\.resolved)
    guard resolved.count == segments.count, !plans.isEmpty else { return nil }
    for (index, size) in sizes.enumerated() { resolved[index].size = size }
    let market = MarketConditions(
      segments: resolved, standsFor: reading.context.standsFor, season: playedSeason,
      product: sampledProduct(reading.context.standsFor),
      discountRate: .log(onePlus: discount) / 365, residualDays: residual)
    var stopping = stopping
    stopping.precision = precision
    return Scenario(
      name: name, currency: currency, start: start, horizon: horizon, seed: seed, market: market,
      plans: plans, objective: objective, guardrails: guardrails, stopping: stopping)
  }

  /// A level season is none.
  private var playedSeason: Season {
    var season = season
    if season.weekdays.allSatisfy({ $0 == 1 }) { season.weekdays = [] }
    if season.months.allSatisfy({ $0 == 1 }) { season.months = [] }
    return season
  }

  /// A sample gives fewer feedbacks, and pays its part of what an improvement costs.
  private func sampledProduct(_ count: Int) -> Product {
    var product = product
    if var iteration = product.iteration {
      iteration.saturation /= Double(count)
      iteration.cost = iteration.cost.shared(among: count)
      product.iteration = iteration
    }
    return product
  }

  private func checkStopping(_ root: Element, _ reading: inout Reading) {
    guard stopping.minimum > stopping.maximum else { return }
    let block = element("replications", of: root)
    reading.refuse(
      block["minimum"] ?? block["maximum"] ?? block,
      reason: "The minimum, \(stopping.minimum), exceeds the maximum, \(stopping.maximum).")
  }

  /// Residual values have a finite mean only with a discount, with an end, or where a > 1.
  private func checkResidual(_ root: Element, _ reading: inout Reading) {
    guard discount == 0, residual == nil, written["discount"]?.content != .empty else { return }
    for segment in segments {
      guard let a = segment.resolved?.purchases.lapseA, a <= 1 else { continue }
      reading.refuse(
        element("discount", of: root),
        reason:
          "With no discount and no end to their value, customers of `\(segment.name)` are worth"
          + " an infinite amount on average, because some hardly ever lapse (lapse a ="
          + " \(plain((a * 1e4).rounded() / 1e4)), not above 1).",
        rule: "Give a discount such as `discount: 8% per year`, or an end such as"
          + " `residual: 2 years`.")
      return
    }
  }

  private func checkIteration(_ root: Element, _ reading: inout Reading) {
    guard let iteration = product.iteration, iteration.best < product.quality else { return }
    let block = element("product", of: root)
    reading.refuse(
      block["iteration"]?["best"] ?? block["iteration"] ?? block,
      reason: "The best quality lies below the quality on day 1, \(plain(product.quality)).")
  }

  private func checkSeason(_ root: Element, _ reading: inout Reading) {
    let block = element("season", of: root)
    for (name, parts) in [("weekdays", season.weekdays), ("months", season.months)]
    where !parts.contains(where: { $0 > 0 }) {
      reading.refuse(block[name] ?? block, reason: "At least one must be above 0%.")
    }
  }
}
