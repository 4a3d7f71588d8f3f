import RealModule
import Statistics

extension BoughtContacts: PlayedChannelTerms {
  /// Buys anew every morning.
  struct Played: ChannelPlay {
    init(_ name: String, _ draws: Draws) {}

    mutating func open(_ morning: ChannelMorning, _ terms: BoughtContacts) -> ChannelDay {
      terms.day(morning)
    }
  }

  /// What is bought on a day at the present scarcity, and what falls due on it.
  func day(_ morning: ChannelMorning) -> ChannelDay {
    guard morning.isOn, buying.perDay > 0 else { return ChannelDay() }
    let content = morning.turn(every: max(1, contentEvery)) == nil ? 0 : Double(contentCost)
    var day = ChannelDay(fixedCost: fixedCostPerDay + content)
    guard morning.audience > 0 else { return day }
    day.price = price(on: Double(morning.day), reached: morning.reached) * morning.prices
    switch buying {
    case .budget(let spend):
      (day.contacts, day.spend) = (day.price > 0 ? spend / day.price : 0, spend)
    case .contacts(let contacts): (day.contacts, day.spend) = (contacts, contacts * day.price)
    }
    return day
  }
}
