import Statistics
import Testing

@testable import Experiments

@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct DunnettGoldenTests {
  @Test func criticalValues() throws {
    for leaf in try Golden.json("dunnett")["crit"].list {
      let freedom = try leaf["df"].number
      let law = try Dunnett(
        controlVariance: 1 / leaf["ratio_n0_ni"].number,
        armVariances: [Double](repeating: 1, count: Int(leaf["p"].number)),
        degreesOfFreedom: freedom == 0 ? .infinity : freedom,
        alternative: leaf["two_sided"].number == 1 ? .twoSided : .greater)
      let critical = law.criticalValue(confidence: 1 - (try leaf["alpha"].number))
      #expect(agrees(critical, try leaf["c"].number, relative: 1e-9), "\(leaf.path)")
    }
  }

  @Test func criticalValuesOfALargerControl() throws {
    for leaf in try Golden.json("dunnett")["crit_sqrt_rule"].list {
      let law = try Dunnett(
        controlVariance: 1 / leaf["n0_over_ni"].number,
        armVariances: [Double](repeating: 1, count: Int(leaf["p"].number)))
      let critical = law.criticalValue(confidence: 1 - (try leaf["alpha"].number))
      #expect(agrees(critical, try leaf["c"].number, relative: 1e-9), "\(leaf.path)")
    }
  }

  @Test func theExampleOfSciPysManual() throws {
    let leaf = try Golden.json("dunnett")["scipy_doc_example"]
    let samples = try ["control", "a", "b"].map { Moments(try leaf[$0].numbers) }
    let freedom = Double(samples.map(\.count).reduce(0, +) - 3)
    let pooled = samples.map(\.sumOfSquaredDeviations).reduce(0, +) / freedom
    try check(
      leaf, samples.map { pooled / Double($0.count) },
      differences: samples.dropFirst().map { $0.mean - samples[0].mean },
      degreesOfFreedom: freedom, p: "p_exact", critical: "crit")
  }

  /// In the peer the visits' p-values underflowed to 0; ours are positive, and checked below.
  @Test(arguments: ["hillstrom_spend", "hillstrom_visit", "users3arm_orders"])
  func realData(name: String) throws {
    let leaf = try Golden.json("dunnett")[name]
    let pooled = try leaf["s2_pooled"].number
    let variances = try leaf["n"].numbers.map { pooled / $0 }
    let differences = zip(try leaf["stat"].numbers, variances.dropFirst()).map {
      $0 * (variances[0] + $1).squareRoot()
    }
    try check(
      leaf, variances, differences: differences, degreesOfFreedom: .infinity,
      p: name == "hillstrom_visit" ? nil : "p_exact_normal", critical: "crit_normal")
  }

  /// mpmath 1.3.0, 30 digits, the integral over U by Gauss–Legendre panels of width ⅛.
  @Test func farTailsAreNoZeros() throws {
    let leaf = try Golden.json("dunnett")["hillstrom_visit"]
    let variances = try leaf["n"].numbers.map { 1 / $0 }
    let law = try Dunnett(
      controlVariance: variances[0], armVariances: [Double](variances.dropFirst()))
    let statistics = try leaf["stat"].numbers
    #expect(agrees(law.adjustedPValue(statistics[0]), 4.3822615140045896e-111, relative: 1e-10))
    #expect(agrees(law.adjustedPValue(statistics[1]), 8.215439032927639e-40, relative: 1e-10))
  }

  /// SciPy's p-values and intervals come from a quasi-random integral: good to some 1e-4, as its own manual says.
  @Test(arguments: [("dunnett_orders", "orders"), ("dunnett_revenue", "revenue")])
  func sciPyAgreesWithinItsNoise(leaf: String, column: String) throws {
    let leaf = try Golden.json("users3arm")[leaf]["value"]
    let table = try Golden.table("users3arm")
    let groups = try #require(table["variant"])
    let values = try #require(table[column]).compactMap(Double.init)
    let samples = ["0", "1", "2"].map { arm in
      Moments(zip(groups, values).filter { $0.0 == arm }.map(\.1))
    }
    let freedom = try leaf["df"].number
    let pooled = samples.map(\.sumOfSquaredDeviations).reduce(0, +) / freedom
    let variances = samples.map { pooled / Double($0.count) }
    let law = try Dunnett(
      controlVariance: variances[0], armVariances: [Double](variances.dropFirst()),
      degreesOfFreedom: freedom)
    let effects = (1...2).map {
      Effect(
        estimate: samples[$0].mean - samples[0].mean,
        standardError: (variances[0] + variances[$0]).squareRoot())
    }
    let intervals = law.intervals(of: effects)
    for (k, effect) in effects.enumerated() {
      #expect(agrees(effect.statistic, try leaf["stat"][k].number, relative: 1e-10))
      #expect(abs(law.adjustedPValue(effect.statistic) - (try leaf["p"][k].number)) < 2e-4)
      #expect(abs(intervals[k].low - (try leaf["ci_low"][k].number)) < 1e-3 * intervals[k].width)
      #expect(abs(intervals[k].high - (try leaf["ci_high"][k].number)) < 1e-3 * intervals[k].width)
    }
  }

  private func check(
    _ leaf: GoldenLeaf, _ variances: [Double], differences: [Double], degreesOfFreedom: Double,
    p: String?, critical: String
  ) throws {
    let law = try Dunnett(
      controlVariance: variances[0], armVariances: [Double](variances.dropFirst()),
      degreesOfFreedom: degreesOfFreedom)
    #expect(agrees(law.criticalValue(), try leaf[critical].number, relative: 1e-9))
    let effects = zip(differences, variances.dropFirst()).map {
      Effect(estimate: $0, standardError: (variances[0] + $1).squareRoot())
    }
    let intervals = law.intervals(of: effects)
    for (k, effect) in effects.enumerated() {
      #expect(agrees(effect.statistic, try leaf["stat"][k].number, relative: 1e-10))
      if let p {
        let value = law.adjustedPValue(effect.statistic)
        #expect(agrees(value, try leaf[p][k].number, relative: 1e-8), "\(leaf.path)")
      }
      #expect(agrees(intervals[k].low, try leaf["ci"][k][0].number, relative: 1e-8))
      #expect(agrees(intervals[k].high, try leaf["ci"][k][1].number, relative: 1e-8))
    }
  }
}
