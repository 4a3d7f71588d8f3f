/// Offers of a market's crowds are settled in the plan's order, each among all of them.
extension MarketRun {
  mutating func settleOffers(
    _ today: DayViews, _ day: Int, _ range: some Sequence<Int>, of all: Range<Int>
  ) {
    for slot in clearings.indices { settle(slot, today, day, range, of: all) }
  }

  /// Settles an offer's claims of a day: where something judges them all, by their time of day.
  private mutating func settle(
    _ slot: Int, _ views: DayViews, _ day: Int, _ range: some Sequence<Int>, of all: Range<Int>
  ) {
    let isJudged = isJudged[slot]
    claims.removeAll(keepingCapacity: true)
    for crowd in range {
      let today = views[crowd]
      // In place: to be compared with nothing, a mechanism would be copied.
      guard var made = mechanisms[crowd][slot]?.close(today, &crowds[crowd], &tally), !made.isEmpty
      else { continue }
      for claim in checks[slot]?.refuse(&made, today, &crowds[crowd], &tally) ?? [] {
        mechanisms[crowd][slot]?.settle(claim, .turnedDown, today, &crowds[crowd], &tally)
      }
      if !isJudged {
        for claim in made {
          mechanisms[crowd][slot]?.settle(
            claim, .paid(claim.amount), today, &crowds[crowd], &tally)
        }
      } else {
        for claim in made { claims.append(MarketClaim(claim: claim, crowd: crowd)) }
      }
    }
    guard isJudged, var clearing = clearings[slot] else { return }
    // Two owners would copy it at the first change.
    clearings[slot] = nil
    let wasOver = clearing.isOver
    claims.sortByTime()
    verdicts.clear()
    clearing.judge(claims, on: day, &verdicts)
    clearings[slot] = clearing
    for (place, verdict) in verdicts.given {
      let crowd = place < 0 ? verdicts.earlier[~place].crowd : claims[place].crowd
      let today = views[crowd]
      mechanisms[crowd][slot]?.settle(
        place < 0 ? verdicts.earlier[~place].claim : claims[place].claim, verdict, today,
        &crowds[crowd], &tally)
      for kept in crowds[crowd].day.takePromises() {
        mechanisms[crowd][kept.slot]?.settle(
          Claim(0, on: kept.order), .paid(0), today, &crowds[crowd], &tally)
      }
      // Nobody hunts at full price: what a budget does not pay for is not ordered.
      if verdict == .refused, crowds[crowd].isHunting, place >= 0,
        let order = claims[place].claim.order
      {
        crowds[crowd].cancel(order, today, &tally)
      }
    }
    guard clearing.isOver, !wasOver else { return }
    // Also of those among whom nobody lives through the rest of the day.
    for crowd in all {
      let today = views[crowd]
      mechanisms[crowd][slot]?.withdraw(today, &crowds[crowd])
    }
  }
}
