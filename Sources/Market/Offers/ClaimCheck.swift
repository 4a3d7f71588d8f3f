import Statistics

/// Checks the claims on one offer: each at a cost, and who is refused may be lost.
struct ClaimCheck: Sendable {
  private let screening: Screening
  private let slot: Int
  private let ofOrders: Purpose
  private let ofOthers: Purpose
  /// What checks have cost beyond whole units.
  private var carry = Carry()

  /// Checks of one person on one day that have draws of their own.
  private static let checksOfADay = 64

  init(_ screening: Screening, of offer: Offer, slot: Int) {
    self.screening = screening
    self.slot = slot
    ofOrders = Purpose("offer.\(offer.name).check of an order")
    ofOthers = Purpose("offer.\(offer.name).check")
  }

  /// Takes out the claims of a crowd's day that are refused.
  ///
  /// - Returns: Those of the honest.
  mutating func refuse(
    _ claims: inout [Claim], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) -> [Claim] {
    // Orders that wait are not claims to anything yet.
    let checked = claims.count { $0.held == nil }
    let cost = carry.post(Double(checked) * screening.cost)
    crowd.spend(cost, on: .messaging, slot: slot, today, &tally)
    var (passed, refused): ([Claim], [Claim]) = ([], [])
    // Of those without an order, which of their customer's today; a customer's stand together.
    var ofToday = 0
    for (place, claim) in claims.enumerated() {
      ofToday = place > 0 && claims[place - 1].customer == claim.customer ? ofToday + 1 : 0
      guard claim.held == nil else {
        passed.append(claim)
        continue
      }
      var stream = crowd.draws.stream(
        crowd.individual(claim.customer), claim.order == nil ? ofOthers : ofOrders,
        index: claim.order?.number ?? today.day * Self.checksOfADay + ofToday % Self.checksOfADay)
      let chance = crowd.isHunting ? screening.catches : screening.refuses
      guard stream.uniform() < chance else {
        passed.append(claim)
        continue
      }
      let event = crowd.isHunting ? OfferCount.caught : .refused
      tally.count(1, event, of: slot, day: today.day, segment: crowd.setting.index)
      if crowd.isHunting {
        // Nobody hunts at full price.
        if let order = claim.order { crowd.cancel(order, today, &tally) }
        continue
      }
      refused.append(claim)
      if stream.uniform() < screening.loses { crowd.lose(claim.customer) }
    }
    claims = passed
    return refused
  }
}
