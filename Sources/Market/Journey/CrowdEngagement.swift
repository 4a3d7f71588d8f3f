/// How engaged people are, and what it makes of their purchases.
extension Crowd {
  /// What is known of a market's people as it begins: who knows us, has for long; customers wait for their next order.
  mutating func beginSlowed() {
    guard slowing.isUsed else { return }
    for index in customers.indices
    where customers[index].stage != .unaware && customers[index].stage != .lapsed {
      slowing.know(index, from: nil)
      if customers[index].stage == .customer {
        slowing.begin(index, by: 0, draws, individual(index))
      }
    }
  }

  /// Messages that people have opened this morning engage them, before they live through the day.
  mutating func beEngaged(_ today: Today) {
    guard let engagement = setting.segment.engagement else { return }
    for told in day.announcements {
      if case .offer = told.by { engage(told.to, by: engagement.opened, from: today.day) }
    }
  }

  /// Who has heard of us in the course of a day knows us from tomorrow on.
  mutating func getToKnowUs(_ today: Int) {
    guard slowing.isUsed else { return }
    for index in day.newlyAware { slowing.know(index, from: today + 1) }
  }

  /// Something adds to somebody's engagement at the opening of a day.
  mutating func engage(_ index: Int, by amount: Double, from day: Int) {
    guard setting.segment.engagement != nil else { return }
    catchUp(index, to: day)
    slowing.engage(index, by: amount)
  }

  /// How active somebody is, from 0 to 1, by what they have on the morning of a day.
  mutating func activity(of index: Int, on day: Int) -> Double {
    guard slowing.isUsed, customers[index].stage != .lapsed else { return 0 }
    catchUp(index, to: day)
    return slowing.activity(index)
  }
}
