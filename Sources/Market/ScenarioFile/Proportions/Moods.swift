import Documents

/// Terms that let somebody down.
protocol DisappointingTerms: OfferTerms {
  /// What it takes off satisfaction.
  var disappointment: Double { get }
}

/// Satisfaction that is moved and moves nothing.
extension Proportions {
  /// Why being let down by an offer changes nothing.
  func whyNobodyMinds(_ offer: Offer, _ plan: Plan) -> Doubt? {
    let isTerms = (offer.terms as? any DisappointingTerms).map { $0.disappointment > 0 } ?? false
    let isRegret = offer.regret.map { $0.loss > 0 } ?? false
    guard isTerms || isRegret else { return nil }
    let people = served(offer.segments, under: plan)
    guard people.allSatisfy({ !$0.segment.minds }) else { return nil }
    return Doubt(
      isTerms ? "disappointment" : "regret",
      "Being let down changes nothing: satisfaction moves neither what they buy, nor whether they stay, nor what they"
        + " tell others.",
      rule:
        "Give their segments a `satisfaction effect` under `purchases` or `lapse`, or `tells` under"
        + " `feedback`.")
  }

  /// Warns of plans whose better or worse product nobody minds.
  func warnOfIdleProducts(_ reading: inout Reading) {
    guard case .list(let items)? = root["plans"]?.content else { return }
    for (index, plan) in scenario.plans.enumerated() where items.indices.contains(index) {
      guard let written = items[index]["product"], let product = plan.operations.product,
        product != scenario.market.product
      else { continue }
      let people = served(Array(scenario.market.segments.indices), under: plan)
      guard people.allSatisfy({ !$0.segment.minds && $0.segment.decision.satisfaction == 0 })
      else { continue }
      reading.refuse(
        written,
        reason:
          "Another product changes nothing: satisfaction moves neither who buys, nor how much, nor whether they"
          + " stay, nor what they tell others.",
        rule:
          "Give segments a `satisfaction effect` under `first purchase`, `purchases` or `lapse`, or `tells` under"
          + " `feedback`.", severity: .warning)
    }
  }
}

extension Segment {
  /// Whether a customer's satisfaction moves anything.
  fileprivate var minds: Bool {
    purchases.rateSensitivity != 0 || purchases.lapseSensitivity != 0 || feedback.tellsOthers
  }
}
