import Testing

@testable import Market

struct SpendingDependenceTests {
  private func buyers(_ all: [(repeats: Int, spend: Int64)]) -> [CustomerHistory] {
    all.map { CustomerHistory(repeats: $0.repeats, recency: 10, age: 20, repeatSpend: $0.spend) }
  }

  /// SciPy 1.17.1, `spearmanr([1, 1, 2, 3, 3, 5], [10, 30, 20, 30, 50, 40])`.
  @Test func asElsewhere() throws {
    let histories = buyers([(1, 10), (1, 30), (2, 40), (3, 90), (3, 150), (5, 200), (0, 0), (2, 0)])
    let dependence = try #require(SpendingDependence(histories))
    #expect(abs(dependence.correlation - 0.716_497_720_831_838_6) < 1e-14)
    #expect(dependence.customers == 6)
  }

  @Test func whereNothingCanDepend() {
    #expect(SpendingDependence([]) == nil)
    #expect(SpendingDependence(buyers([(1, 5), (2, 8)])) == nil)
    #expect(SpendingDependence(buyers([(2, 5), (2, 8), (2, 9)])) == nil)
  }
}
