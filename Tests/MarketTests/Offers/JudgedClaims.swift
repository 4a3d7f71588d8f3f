@testable import Market

extension Clearing {
  /// The verdicts of a day with the claims they are on.
  mutating func verdicts(_ claims: [MarketClaim], on day: Int) -> [(MarketClaim, Verdict)] {
    var verdicts = Verdicts()
    judge(claims, on: day, &verdicts)
    return verdicts.given.map { place, verdict in
      (place < 0 ? verdicts.earlier[~place] : claims[place], verdict)
    }
  }
}
