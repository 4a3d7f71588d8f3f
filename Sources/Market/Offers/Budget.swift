/// A hard budget: claims are paid by their time of day, and the first that does not fit ends the offer.
struct Budget: Clearing {
  /// Minor units.
  private var left: Int64
  private(set) var isOver = false

  init(_ amount: Int64) { left = amount }

  mutating func judge(_ claims: [MarketClaim], on day: Int, _ verdicts: inout Verdicts) {
    for place in claims.indices {
      let amount = claims[place].claim.amount
      isOver = isOver || amount > left
      if !isOver { left -= amount }
      verdicts.give(isOver ? .refused : .paid(amount), at: place)
    }
  }
}
