import Documents

extension Proportions {
  /// Warns of segments whose orders cost more than they bring: the more is sold, the more is lost.
  func warnOfLosingSales(_ reading: inout Reading) {
    guard let baseline = scenario.plans.first else { return }
    for (index, segment) in scenario.market.segments.enumerated() {
      let baskets = segment.baskets
      let block = root["segments"]?[segment.name] ?? root[segment.name]
      func element(_ key: String) -> Element? { block?[key] ?? root["every segment"]?[key] }
      if baskets.costShare >= 1, let written = element("cost of goods") {
        reading.refuse(
          written,
          reason:
            "Goods cost \(percent(rounded(baskets.costShare))) of what they are sold for: you lose"
            + " on every sale.",
          rule: "Write what goods cost us, of the basket.", severity: .warning)
        continue
      }
      // Hunters order as little as an offer asks for.
      guard segment.hunters == nil, let written = element("cost per order") else { continue }
      let left = meanBasket(index, under: baseline) * (1 - baskets.costShare)
      guard left <= Double(baskets.costPerOrder) else { continue }
      reading.refuse(
        written,
        reason: "An order leaves \(money(left)) on average after its goods and costs"
          + " \(money(Double(baskets.costPerOrder))) to serve: you lose on every sale.",
        rule: "Check the basket, the cost of goods and this.", severity: .warning)
    }
  }

  private func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }
}
