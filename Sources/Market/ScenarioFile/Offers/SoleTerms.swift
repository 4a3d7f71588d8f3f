import Documents

/// Terms of which an order is under one at most, such as what can be served in a day.
protocol SoleTerms: OfferTerms {
  /// Why two of them for the same people on the same days cannot be, such as `an order takes a seat once`.
  static var whyOne: String { get }
}

extension OfferKind.Layers {
  /// Refuses two offers of which only one could hold, where people and days of both overlap.
  func checkSoles(_ plan: Plan, _ reading: inout Reading) {
    for (place, offer) in plan.offers.enumerated() {
      guard let terms = offer.terms as? any SoleTerms else { continue }
      for other in plan.offers[..<place]
      where type(of: other.terms) == type(of: offer.terms) {
        let shared = other.segments.filter(offer.segments.contains)
        guard !shared.isEmpty, let days = other.sharedDays(with: offer) else { continue }
        let names = shared.map { reading.context.segments[$0] }
        reading.refuse(
          element(of: offer, reading),
          reason:
            "“\(other.name)” and “\(offer.name)” are both for \(listed(names, joint: "and")) \(days):"
            + " \(type(of: terms).whyOne).",
          rule: "Give them other segments or other days, or leave one of them out.")
      }
    }
  }
}

extension Offer {
  /// The days that two offers share, in words; nil where there are none, for an open end runs on.
  fileprivate func sharedDays(with other: Offer) -> String? {
    let first = max(window.lowerBound, other.window.lowerBound)
    let ends = [self, other].filter { !$0.isOpenEnded }.map(\.window.upperBound)
    guard let end = ends.min() else { return "from day \(first + 1) on" }
    guard first < end else { return nil }
    return first + 1 == end ? "on day \(end)" : "on day \(first + 1)..\(end)"
  }
}
