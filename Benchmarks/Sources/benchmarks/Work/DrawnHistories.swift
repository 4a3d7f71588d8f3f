import Market
import Statistics

/// Customers drawn from the models fitted to CDNOW: none is another's copy, as in a real log of this size.
enum DrawnHistories {
  /// Fader, Hardie and Lee (2005), table 2, per week; Gamma–Gamma fitted to the same customers, in cents.
  private static let purchases = Gamma(uncheckedShape: 0.243, rate: 4.414 * 7)
  private static let lapses = Beta(uncheckedA: 0.793, b: 2.426)
  private static let baskets = Gamma(uncheckedShape: 3.74, rate: 1544)
  private static let basketShape = 6.25

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
    let rate = purchases.sample(&stream)
    let lapse = lapses.sample(&stream)
    var days: [Int] = []
    var time = stream.exponential() / rate
    while time < Double(age) {
      let day = Int(time) + 1
      if days.last != day { days.append(day) }
      if stream.uniform() < lapse { break }
      time += stream.exponential() / rate
    }
    let worth = baskets.sample(&stream)
    let spend =
      days.isEmpty
      ? 0 : Gamma(uncheckedShape: basketShape * Double(days.count), rate: worth).sample(&stream)
    return CustomerHistory(
      repeats: days.count, recency: days.last ?? 0, age: age,
      repeatSpend: Int64(spend.rounded()))
  }
}
