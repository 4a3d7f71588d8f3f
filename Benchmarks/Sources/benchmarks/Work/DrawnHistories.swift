import Market
import Statistics

/// The simple market's customers as a log of 39 weeks would show them: none is another's copy.
enum DrawnHistories {
  private static let habits = SimpleMarket.purchases
  private static let rates = Gamma(uncheckedShape: habits.shape, rate: habits.rate)
  private static let lapses = SimpleMarket.lapses
  private static let baskets = SimpleMarket.baskets
  private static let basketRates = Gamma(uncheckedShape: baskets.q, rate: baskets.gamma)

  static func draw(_ customers: Int) -> [CustomerHistory] {
    let draws = Draws(seed: 1, replication: 0)
    return (0..<customers).map { index in
      let who = Individual(
        family: nameHash("drawn"), index: UInt32(truncatingIfNeeded: index))
      var stream = draws.stream(who, Purpose("history"))
      return history(&stream)
    }
  }

  /// First purchase in the first twelve of 39 weeks, several purchases a day counted as one.
  private static func history(_ stream: inout DrawStream) -> CustomerHistory {
    let age = 189 + Int(stream.uniform() * 84)
    let rate = rates.sample(&stream)
    let lapse = lapses.sample(&stream)
    var days: [Int] = []
    var time = stream.exponential() / rate
    while time < Double(age) {
      let day = Int(time) + 1
      if days.last != day { days.append(day) }
      if stream.uniform() < lapse { break }
      time += stream.exponential() / rate
    }
    let basketRate = basketRates.sample(&stream)
    let spend =
      days.isEmpty
      ? 0 : Gamma(uncheckedShape: baskets.p * Double(days.count), rate: basketRate).sample(&stream)
    return CustomerHistory(
      repeats: days.count, recency: days.last ?? 0, age: age,
      repeatSpend: Int64(spend.rounded()))
  }
}
