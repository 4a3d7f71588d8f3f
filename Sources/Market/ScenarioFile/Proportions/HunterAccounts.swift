import Documents

/// Bonus hunters, each account of whom is played like one of the people.
extension Proportions {
  /// As many as people of a market can be.
  private static let mostAccounts = 1e9

  private var hunters: (accounts: Double, each: Int, element: Element)? {
    guard let segment = scenario.market.segments.first(where: { $0.hunters != nil }),
      let each = segment.hunters?.accounts
    else { return nil }
    let written = root[Hunters.segmentName]
    return (Double(segment.size) * standsFor, each, written?["accounts"] ?? written ?? root)
  }

  func refuseAccounts(_ reading: inout Reading) {
    guard let (accounts, each, element) = hunters, accounts > Self.mostAccounts else { return }
    reading.refuse(
      element, reason: "\(said(accounts, each)): that is more than can be played.",
      rule: "Write figures that make at most \(grouped(Int(Self.mostAccounts))) accounts.")
  }

  /// Warns of accounts that outnumber the market.
  func warnOfAccounts(_ reading: inout Reading) {
    guard let (accounts, each, element) = hunters else { return }
    let people = people(
      in: scenario.market.segments.indices.filter { scenario.market.segments[$0].hunters == nil })
    guard accounts > people else { return }
    reading.refuse(
      element,
      reason:
        "\(said(accounts, each)), more than the market's \(grouped(Int(people))) people, and each of them is"
        + " played.",
      rule: "Check both figures, or let each stand for several (`stands for`).",
      severity: .warning)
  }

  private func said(_ accounts: Double, _ each: Int) -> String {
    let people = grouped(Int((accounts / Double(each)).rounded()))
    return
      "\(people) hunters with \(grouped(each)) accounts each are \(grouped(Int(accounts))) accounts"
  }
}
