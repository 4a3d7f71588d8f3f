import Testing

@testable import Market

/// Logs that leave a model nothing to be fitted to, or put its maximum at a limit.
struct ModelFittingTests {
  func buyers(_ count: Int, repeats: Int, recency: Int, age: Int, spend: Int64) -> [CustomerHistory]
  {
    [CustomerHistory](
      repeating: CustomerHistory(
        repeats: repeats, recency: recency, age: age, repeatSpend: spend), count: count)
  }

  @Test func oneCustomerIsTooFew() {
    let table = HistoryTable(buyers(1, repeats: 3, recency: 40, age: 90, spend: 900), unit: .week)
    #expect(BGNBD.fit(table).obstacle == .tooFewCustomers)
    #expect(ParetoNBD.fit(table).obstacle == .tooFewCustomers)
    let histories = buyers(1, repeats: 3, recency: 40, age: 90, spend: 900)
    #expect(GammaGamma.fit(histories, scale: 100).obstacle == .tooFewRepeatBuyers)
  }

  @Test func nobodyBoughtAgain() {
    let histories = buyers(50, repeats: 0, recency: 0, age: 90, spend: 0)
    #expect(BGNBD.fit(HistoryTable(histories, unit: .week)).obstacle == .noRepeatBuyers)
    #expect(ParetoNBD.fit(HistoryTable(histories, unit: .week)).obstacle == .noRepeatBuyers)
    #expect(GammaGamma.fit(histories, scale: 100).obstacle == .noRepeatBuyers)
  }

  @Test func equalAmountsLeaveOnlyTheBasketsOut() throws {
    let histories =
      buyers(30, repeats: 0, recency: 0, age: 90, spend: 0)
      + buyers(9, repeats: 1, recency: 20, age: 90, spend: 500)
      + buyers(6, repeats: 3, recency: 80, age: 90, spend: 1500)
    #expect(GammaGamma.fit(histories, scale: 100).obstacle == .equalBaskets)
    #expect(BGNBD.fit(HistoryTable(histories, unit: .week)).model != nil)
    #expect(ParetoNBD.fit(HistoryTable(histories, unit: .week)).model != nil)
  }

  @Test func purchasesWithoutMoneyHaveNoBaskets() {
    let histories = buyers(5, repeats: 2, recency: 20, age: 90, spend: 0)
    #expect(GammaGamma.fit(histories, scale: 100).obstacle == .noSpending)
  }

  /// Everybody's last purchase was yesterday: the chance to lapse goes to zero, and that is said.
  @Test func nobodyLapsing() throws {
    var histories: [CustomerHistory] = []
    for repeats in 1...12 {
      histories += buyers(4, repeats: repeats, recency: 364, age: 365, spend: 100)
    }
    let fitted = try #require(BGNBD.fit(HistoryTable(histories, unit: .week)).fitted)
    #expect(fitted.boundaries.contains("nobody seems to lapse"))
    #expect(fitted.model.meanLapse < 1e-4)
    let limited = fitted.estimates.first { $0.name == "a" }
    #expect(limited?.standardError == nil)
    // A parameter at a limit has no interval either, and moves with no other.
    #expect(fitted.uncertainty.deviations.map { $0 == nil } == [false, false, true, true])
    #expect(fitted.uncertainty.correlations[0][2] == nil)
    #expect(fitted.uncertainty.interval(of: 2, around: 1, probability: 0.9) == nil)
    #expect(fitted.uncertainty.interval(of: 0, around: 1, probability: 0.9) != nil)
    let rate = fitted.estimates.first { $0.name == "r" }
    #expect(rate?.standardError != nil)
    let pareto = try #require(ParetoNBD.fit(HistoryTable(histories, unit: .week)).fitted)
    #expect(pareto.boundaries.contains("nobody seems to lapse"))
  }

  /// Equal counts, evenly spread: less variation than one common rate would give.
  @Test func everybodyAlike() throws {
    let histories = buyers(40, repeats: 10, recency: 360, age: 365, spend: 100)
    let fitted = try #require(BGNBD.fit(HistoryTable(histories, unit: .week)).fitted)
    #expect(fitted.boundaries.contains("everybody seems to buy at the same rate"))
    #expect(abs(fitted.model.meanRate / (10.0 / 365 * 7) - 1) < 0.1)
  }

  /// A change of unit changes α alone.
  @Test func unitsScaleTheRateOnly() throws {
    let histories =
      buyers(30, repeats: 0, recency: 0, age: 190, spend: 0)
      + buyers(9, repeats: 1, recency: 20, age: 150, spend: 500)
      + buyers(6, repeats: 3, recency: 80, age: 120, spend: 1500)
      + buyers(3, repeats: 9, recency: 120, age: 121, spend: 1500)
    let weeks = try #require(BGNBD.fit(HistoryTable(histories, unit: .week)).fitted)
    let days = try #require(BGNBD.fit(HistoryTable(histories, unit: .day)).fitted)
    #expect(abs(days.model.alpha / weeks.model.alpha - 7) < 1e-6)
    #expect(abs(days.model.r / weeks.model.r - 1) < 1e-6)
    #expect(abs(days.model.b / weeks.model.b - 1) < 1e-5)
  }
}
