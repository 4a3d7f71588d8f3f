import Market
import Testing

/// Averages and their variation become the parameters whose distributions have just these moments.
@Suite struct DistributionTests {
  private func segment(_ changes: KeyValuePairs<String, String> = [:]) throws -> Segment {
    try #require(try Sample.resolve(changes).market.segments.first)
  }

  @Test func purchaseRatesHaveTheirMeanAndVariation() throws {
    let purchases = try segment().purchases
    // λ ~ Gamma(r, α): mean r/α, variance r/α².
    let mean = purchases.shape / purchases.rate
    let variance = purchases.shape / (purchases.rate * purchases.rate)
    #expect(abs(mean - 1.5 * 12 / 365) < 1e-15)
    #expect(abs(variance.squareRoot() / mean - 0.8) < 1e-14)
  }

  @Test func chancesToLapseHaveTheirMeanAndVariation() throws {
    let purchases = try segment().purchases
    // π ~ Beta(a, b): mean a/(a + b), variance ab/((a + b)²(a + b + 1)).
    guard case .afterOrders(let a, let b, _) = purchases.lapse else {
      Issue.record("chances to lapse are BG/NBD's")
      return
    }
    let mean = a / (a + b)
    let variance = a * b / ((a + b) * (a + b) * (a + b + 1))
    #expect(abs(mean - 0.2) < 1e-14)
    #expect(abs(variance.squareRoot() / mean - 0.6) < 1e-14)
  }

  @Test func ratesOfLeavingHaveTheirMeanAndVariation() throws {
    let segment = try segment([
      "lapse: {average: 20%, variation: 60%}": "lapse: {after: 14 months, spread: 80%}"
    ])
    guard case .inTime(let s, let beta) = segment.purchases.lapse else {
      Issue.record("rates of leaving are Pareto/NBD's")
      return
    }
    // μ ~ Gamma(s, β): mean s/β, coefficient of variation 1/√s.
    #expect(abs(beta / s - 14 * 365 / 12) < 1e-11)
    #expect(abs(1 / s.squareRoot() - 0.8) < 1e-15)
  }

  @Test func basketsHaveTheirMeanAndVariations() throws {
    let baskets = try segment().baskets
    // A customer's mean basket is p/ν with ν ~ Gamma(q, γ): mean pγ/(q − 1), variance p²γ²/((q −
    // 1)²(q − 2)); a basket varies around it by 1/√p.
    let mean = baskets.p * baskets.gamma / (baskets.q - 1)
    let variance = mean * mean / (baskets.q - 2)
    #expect(abs(mean - 3_100) < 1e-9)
    #expect(abs(variance.squareRoot() / mean - 0.4) < 1e-14)
    #expect(abs(1 / baskets.p.squareRoot() - 0.3) < 1e-15)
  }

  @Test func fittedParametersAreTakenAsTheyAre() throws {
    let segment = try segment([
      "purchases: {average: 1.5 per month, variation: 80%}":
        "purchases: {r: 0.55, alpha: 10.58 weeks, satisfaction effect: 0.1}",
      "lapse: {average: 20%, variation: 60%}":
        "lapse: {a: 1.5, b: 2.5, after first order: 10%, satisfaction effect: -0.2}",
      "basket: {average: 31 CNY, between customers: 40%, within customers: 30%}":
        "basket: {p: 6, q: 4, gamma: 15 CNY, first order: 90%}",
    ])
    #expect(
      segment.purchases
        == PurchaseHabits(
          shape: 0.55, rate: 10.58 * 7, lapseA: 1.5, lapseB: 2.5, firstLapse: 0.1,
          lapseSensitivity: -0.2, rateSensitivity: 0.1))
    #expect(segment.baskets == Baskets(p: 6, q: 4, gamma: 1_500, firstFactor: 0.9))
  }

  @Test func fittedRatesOfLeavingAreTakenAsTheyAre() throws {
    let segment = try segment([
      "lapse: {average: 20%, variation: 60%}":
        "lapse: {s: 0.606, beta: 11.669 weeks, satisfaction effect: 0.3}",
      "people: 1000": "people: 1000\nresidual: 2 years",
    ])
    #expect(segment.purchases.lapse == .inTime(s: 0.606, beta: 11.669 * 7))
    #expect(segment.purchases.lapseSensitivity == 0.3)
  }

  @Test func aDiscountIsContinuous() throws {
    // ln 1.08 = 0.07696104113612832 (Python 3 math.log1p).
    #expect(abs(try Sample.resolve().market.discountRate * 365 - 0.07696104113612832) < 1e-16)
  }

  @Test func aChanceBecomesLogOdds() throws {
    let segment = try segment([
      "begin as: customers": "trial: {hazard: 1% per day}\n    first purchase: {chance: 30%}"
    ])
    // ln(0.3/0.7) = -0.8472978603872037 (Python 3 math.log).
    #expect(abs(segment.decision.intercept + 0.8472978603872037) < 1e-15)
  }
}
