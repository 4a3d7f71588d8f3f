extension Participants {
  /// What an offer of money off is held against on a day: what others offer, 0 without any.
  ///
  /// It is no reason against what is no price, such as a free taste, and none for hunters, who take one and the other.
  func elsewhere(for index: Int, on day: Int, _ crowd: inout Crowd) -> Double {
    guard Terms.lowersPrice, !crowd.isHunting, !crowd.setting.elsewhere.isNothing else { return 0 }
    let first = offer.orders == .first ? crowd.setting.segment.baskets.firstFactor : 1
    return crowd.setting.elsewhere.worth(
      on: day, meanBasket: first * crowd.meanBasket(of: index))
  }

  /// What somebody who has it gains by it on a day: whatever others offered as they noticed it, today's is weighed.
  func gain(of index: Int, on day: Int, _ crowd: inout Crowd) -> Double {
    Double(gain[index]) - elsewhere(for: index, on: day, &crowd)
  }

  /// The next day on which somebody who has it gains something else by it; `nil` for none.
  @inline(__always)
  func nextChangeOfGain(after day: Int, _ crowd: Crowd) -> Int? {
    Terms.lowersPrice ? crowd.setting.elsewhere.nextChange(after: day) : nil
  }
}
