import Statistics
import Testing

@testable import Market
@testable import Planning

@Suite struct GuardrailVerdictTests {
  private let reader = MeasureReader(ReplicationDesign())

  private func verdict(
    _ measure: GuardedMeasure, _ bound: Guardrail.Bound, _ figures: [Figure: [Double]]
  ) throws -> GuardrailVerdict {
    try #require(
      GuardrailVerdict(
        Guardrail(measure: measure, bound: bound), reader, tables(figures), cost: nil))
  }

  /// On what one more customer costs, given what was spent and won more.
  private func onCost(
    _ bound: Guardrail.Bound, spent: [Double], won: [Double]
  ) throws -> GuardrailVerdict {
    try #require(
      GuardrailVerdict(
        Guardrail(measure: .cpa, bound: bound), reader, [],
        cost: .perCustomer(
          tables([.acquisition: spent, .acquired: won]),
          from: tables([.acquisition: spent.map { _ in 0 }, .acquired: won.map { _ in 0 }]), reader)
      ))
  }

  @Test func totals() throws {
    let spend: [Figure: [Double]] = [.acquisition: [100, 104, 96, 100]]
    #expect(try verdict(.spend, .atMost(150), spend).verdict == .kept)
    #expect(try verdict(.spend, .atMost(50), spend).verdict == .broken)
    let unsure = try verdict(.spend, .atMost(100), spend)
    #expect(unsure.verdict == .cannotSay && unsure.chanceKept == 0.5)
    #expect(try verdict(.spend, .atLeast(50), spend).verdict == .kept)
    #expect(try verdict(.spend, .atLeast(150), spend).verdict == .broken)
  }

  /// What is spent exactly as allowed is allowed.
  @Test func atTheBound() throws {
    let exact: [Figure: [Double]] = [.acquisition: [100, 100, 100]]
    for bound in [Guardrail.Bound.atMost(100), .atLeast(100)] {
      let found = try verdict(.spend, bound, exact)
      #expect(found.verdict == .kept && found.chanceKept == 1)
    }
  }

  @Test func ratiosAndWhatIsNotThere() throws {
    let orders: [Figure: [Double]] = [
      .deadWeight: [30, 33, 28, 31], .judged: [100, 104, 97, 101],
    ]
    #expect(try verdict(.deadWeight, .atMost(0.5), orders).verdict == .kept)
    #expect(try verdict(.deadWeight, .atMost(0.2), orders).verdict == .broken)
    #expect(try verdict(.deadWeight, .atMost(0.303), orders).verdict == .cannotSay)
    let none = try verdict(.deadWeight, .atMost(0.5), [.judged: [0, 0, 0]])
    #expect(none.verdict == nil && none.chanceKept == nil && none.value.estimate == nil)
  }

  /// A plan that spends no more keeps any bound, whoever comes or stays away.
  @Test func nothingSpentKeepsAnyCost() throws {
    for won in [[3, -2, 4, 1.0], [-3, 2, -4, -1.0]] {
      let found = try onCost(.atMost(100), spent: [0, 0, 0, 0], won: won)
      #expect(found.verdict == .kept && found.chanceKept == 1)
      let saved = try onCost(.atMost(100), spent: [-50, -52, -49, -51], won: won)
      #expect(saved.verdict == .kept)
      #expect((saved.chanceKept ?? 0) > 0.99)
    }
  }

  @Test func costPerExtraCustomer() throws {
    let (spent, won) = ([1_000, 1_040, 980, 1_010.0], [10, 11, 9, 10.0])
    #expect(try onCost(.atMost(300), spent: spent, won: won).verdict == .kept)
    #expect(try onCost(.atMost(50), spent: spent, won: won).verdict == .broken)
    let unsure = try onCost(.atMost(100), spent: spent, won: won)
    #expect(unsure.verdict == .cannotSay)
    let chance = try #require(unsure.chanceKept)
    #expect(chance > 0.3 && chance < 0.7)
    #expect(unsure.value.estimate?.value == 4_030.0 / 40)
  }

  /// Hardly anybody is won: the set has no upper end, and lies above the bound all the same.
  @Test func brokenWithoutAnUpperEnd() throws {
    let won = [2.0, 5, -1, 4, 0, 3, 1, 6, -2, 2]
    let found = try onCost(.atMost(30), spent: won.map { _ in 36_400 }, won: won)
    #expect(found.verdict == .broken)
    #expect(found.value.estimate?.prediction?.high == .infinity)
  }

  @Test func nobodyWon() throws {
    #expect(try onCost(.atMost(30), spent: [100, 100], won: [0, 0]).verdict == .broken)
    #expect(try onCost(.atMost(30), spent: [100, 120], won: [-1, 0]).verdict == .broken)
    #expect(try onCost(.atMost(30), spent: [0, 0], won: [0, 0]).verdict == .kept)
    #expect(try onCost(.atMost(30), spent: [-50, -40], won: [-1, 0]).verdict == .kept)
  }

  @Test func moreForLessKeepsIt() throws {
    #expect(
      try onCost(.atMost(30), spent: [-100, -110, -95], won: [5, 6, 4]).verdict == .kept)
  }

  @Test func theBaselineIsNotJudged() throws {
    let found = try #require(
      GuardrailVerdict(
        Guardrail(measure: .cpa, bound: .atMost(1)), reader,
        tables([.acquisition: [100, 100], .acquired: [1, 1]]), cost: nil))
    #expect(found.verdict == nil && found.value == .none("the baseline is not judged"))
    #expect(GuardedMeasure.cpa.title == "cost per extra customer")
  }
}
