/// A hard budget: claims are paid by their time of day, and the first that does not fit ends the offer.
struct Budget: Clearing {
  /// Minor units.
  private var left: Int64
  private(set) var isOver = false

  init(_ amount: Int64) { left = amount }

  mutating func judge(_ claims: [MarketClaim], on day: Int) -> [(MarketClaim, Verdict)] {
    claims.map { made in
      isOver = isOver || made.claim.amount > left
      guard !isOver else { return (made, .refused) }
      left -= made.claim.amount
      return (made, .paid(made.claim.amount))
    }
  }
}
