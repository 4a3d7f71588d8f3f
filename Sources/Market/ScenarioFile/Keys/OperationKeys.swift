import Documents

/// Other prices, as written.
struct PricesDraft: Draft {
  var written: [String: Element] = [:]
  var change = 0.0
  var purchases: Double?

  var resolved: PriceChange { PriceChange(change: change, purchases: purchases ?? 0) }

  /// Demand that does not answer to a price is most likely an oversight.
  func check(_ plan: Element, _ reading: inout Reading) {
    guard change != 0, purchases == nil, let place = written["change"],
      !reading.hasProblem(with: written["purchases"]),
      !reading.wasMeant("purchases", of: plan.inner("prices"))
    else { return }
    reading.refuse(
      place,
      reason: "Demand is taken not to answer: people buy as often as before at these prices.",
      rule: "Say how purchases answer, such as `purchases: -4%`, or `purchases: 0`.",
      severity: .warning)
  }
}

extension Section<PricesDraft> {
  static var prices: Self {
    // Nobody can buy less often than never.
    Section(
      "prices", "Other prices than today's, and how purchases answer to them.",
      blank: PricesDraft(), isLayered: true,
      keys: [
        Key(
          "change", \.change, .priceChange,
          "How much higher or, below 0, lower all prices are; goods cost what they cost before.",
          example: "5%"
        ).typical(.chosen),
        Key(
          optional: "purchases", \.purchases, .ratio(.from(-1, to: 10), example: "-4%"),
          "How much more or, below 0, less often customers buy again at these prices; how many first"
            + " buy stays as it is.",
          standard: "0%, with a warning", example: "-4%"
        ).typical("1.8% to 2.6% fewer for 1% dearer", source: "Tellis, 1988; Bijmolt et al., 2005"),
      ])
  }
}

extension Key<PlanDraft> {
  /// Amounts per period by name.
  static var fixedCosts: Self {
    let rule = "names, and after each an amount per period such as `wages: 300 CNY per day`"
    let kind = Kind<Double>.spending()
    return Key(
      name: "fixed costs", meaning: "What is paid whatever happens, by name.", rule: rule,
      schema: { _ in .named(kind.schema) },
      read: { element, plan, reading in
        switch element.content {
        case .block, .empty: break
        case .list, .scalar:
          reading.refuse(
            element, reason: "Names and amounts belong here.", rule: "Write \(rule).")
        }
        let most = 1_000
        reading.refuse(
          element.entries, beyond: most, "fixed costs",
          rule: "Give at most \(grouped(most)): what is paid whatever happens may be summed.")
        let entries = Array(element.entries.prefix(most))
        // The baseline's stay where a plan names none of them.
        let known = plan.fixedCosts.map(\.name)
        checkNames(entries, beside: known, areDrawn: false, &reading)
        for entry in entries {
          guard let perDay = kind.read(entry.value, &reading) else { continue }
          let cost = FixedCost(name: entry.name, perDay: perDay)
          if let place = plan.fixedCosts.firstIndex(where: { $0.name == cost.name }) {
            plan.fixedCosts[place] = cost
          } else {
            plan.fixedCosts.append(cost)
          }
        }
      }
    ).typical(.inYourBooks)
  }
}
