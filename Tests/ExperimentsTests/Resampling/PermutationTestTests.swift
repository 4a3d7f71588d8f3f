import Statistics
import Testing

@testable import Experiments

@Suite struct PermutationTestTests {
  @Test func theObservedStatisticIsWelchs() throws {
    let table = SimulatedExperiment.table(units: 500, effect: 0.1, level: 50)
    let tests = try PermutationTest.sampled(
      table, metrics: ["visits", "spend"], arm: 1, rearrangements: 99, seed: 1)
    for (test, metric) in zip(tests, [1, 0]) {
      let moments = SimulatedExperiment.moments(table, metric)
      let errors = moments.compactMap(\.standardError)
      let welch = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
      #expect(agrees(test.observed, (moments[1].mean - moments[0].mean) / welch, relative: 1e-5))
    }
  }

  /// All 462 splits of 6 and 5 are known: each should come up about 11 times in 5,000, which a χ² with
  /// 461 degrees of freedom above 592 denies once in 30,000.
  @Test func everySplitIsEquallyLikely() throws {
    let values = (0..<11).map { Double(1 << $0) }
    let table = UnitTable(
      columns: ["y"], values: Matrix(rows: 11, columns: 1, elements: values),
      arm: Labels(names: ["A", "B"], codes: (0..<11).map { $0 < 6 ? 0 : 1 }))
    let units = try ResampledUnits(table, metrics: ["y"])
    let rows = units.arms[1] + units.arms[0]
    let draws = Draws(seed: 7, replication: 0)
    let (rule, grid) = (CoinWeights(share: 5 / 11.0), draws.grid(Purpose("test.labels")))
    let balance = LabelBalance(rows: rows, treated: 5, rule: rule, grid: grid)
    var counts: [Set<Int>: Int] = [:]
    for set in 0..<5_000 {
      var labelled = Set(
        rows.indices.filter { rule.isTreated(grid.word(row: rows[$0], column: set)) })
      for (row, change) in balance.changes(set, surplus: labelled.count - 5, draws) {
        if change > 0 { labelled.insert(row) } else { labelled.remove(row) }
      }
      #expect(labelled.count == 5)
      counts[labelled, default: 0] += 1
    }
    let expected = 5_000.0 / 462
    let square = counts.values.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    #expect(counts.count == 462)
    #expect(square < 592)
  }

  /// The share of rearrangements beyond a statistic against Student's t, of which 600 are off by at most
  /// 0.08 but once in 15,000.
  @Test func inLargeSamplesThePValueIsWelchs() throws {
    let table = SimulatedExperiment.table(units: 1000, effect: 0.05)
    let test = try PermutationTest.sampled(
      table, metrics: ["spend"], arm: 1, rearrangements: 600, seed: 5)[0]
    let welch = Effect(estimate: test.observed, standardError: 1, degreesOfFreedom: 998)
    for alternative in Alternative.allCases {
      #expect(abs(test.pValue(alternative) - welch.pValue(alternative)) < 0.082)
    }
    let moments = Moments(test.rearranged)
    #expect(abs(moments.mean) < 4 / 600.0.squareRoot())
    #expect(agrees(moments.variance ?? 0, 1, relative: 4 * (2 / 600.0).squareRoot() + 0.01))
  }

  @Test func aStrongEffectHasTheLeastPValueThereIs() throws {
    let table = SimulatedExperiment.table(units: 300, effect: 3)
    let test = try PermutationTest.sampled(
      table, metrics: ["spend"], arm: 1, rearrangements: 199, seed: 5)[0]
    #expect(test.pValue() == 0.005)
    #expect(test.pValue(.less) == 1)
  }

  @Test func aMetricThatDoesNotVaryCannotBeTested() {
    let table = UnitTable(
      columns: ["y"], values: Matrix(rows: 4, columns: 1, elements: [1, 1, 1, 1]),
      arm: Labels(names: ["A", "B"], codes: [0, 0, 1, 1]))
    #expect(throws: NotEstimable("“y” is the same for every unit")) {
      try PermutationTest.sampled(table, metrics: ["y"], arm: 1, seed: 1)
    }
  }
}
