import Experiments
import RealModule
import Statistics
import Testing

/// Corrections for several arms and metrics.
@Suite(.releaseOnly) struct ManyComparisonsTests {
  /// Three arms of unequal size and spread against one control; degrees of freedom are the fewest of any
  /// arm's, as in the analysis, a little to the safe side.
  @Test func dunnettWithUnequalVariances() throws {
    let sizes = [120, 60, 80, 100]
    let deviations = [1.0, 3, 2, 0.5]
    let shares = try Repeated.shares(of: 2) { draws in
      let moments = sizes.indices.map { arm in
        draws.moments(arm: arm, units: sizes[arm]) { deviations[arm] * $0.normal() }
      }
      let effects = try moments.dropFirst().map { try Effect.difference($0, from: moments[0]) }
      let variances = moments.map { ($0.variance ?? 0) / Double($0.count) }
      let law = try Dunnett(
        controlVariance: variances[0], armVariances: Array(variances.dropFirst()),
        degreesOfFreedom: effects.map(\.degreesOfFreedom).min() ?? 1)
      return [
        law.adjustedPValue(effects.map(\.statistic.magnitude).max() ?? 0) < 0.05,
        effects.contains { $0.pValue() < 0.05 },
      ]
    }
    Repeated.judge(
      "Dunnett, unequal variances, any false finding", share: shares[0], nominal: 0.05,
      allowance: 0.003)
    print("without correction: \(shares[1])")
    #expect(shares[1] > 0.1)
  }

  /// Two arms and three metrics that share a cause, on skewed units.
  @Test func largestOfArmsAndMetrics() throws {
    let adjustment = Adjustment(metrics: [0, 1, 2], variances: [.hc2])
    try Repeated.check(
      "max-|t|, 2 arms × 3 metrics, any false finding", nominal: 0.05, allowance: 0.002
    ) { draws in
      let table = UnitTable(arms: [200, 200, 200], columns: ["a", "b", "c"]) { arm, index in
        var stream = draws.unit(index, arm: arm)
        let shared = stream.exponential()
        return [
          shared + stream.exponential(), 2 * shared + stream.exponential(), stream.exponential(),
        ]
      }
      let means = try AdjustedMeans(table, adjustment)
      let effects = try [1, 2].flatMap { arm in
        try [0, 1, 2].map { try means.effect(arm: arm, metric: $0) }
      }
      let freedom = effects.map(\.degreesOfFreedom).min() ?? 1
      let largest = effects.map(\.statistic.magnitude).max() ?? 0
      // The corrected p-value lies between one alone and six times that; most need no integral.
      let alone = 2 * StudentT(uncheckedDegreesOfFreedom: freedom).upperTail(largest)
      guard alone < 0.05, 6 * alone >= 0.05 else { return alone < 0.05 }
      return try MaximumT(covariance: means.effectCovariance(), degreesOfFreedom: freedom)
        .adjustedPValue(largest) < 0.05
    }
  }

  /// Fifteen of twenty independent metrics have no effect: 15/20 of 5 % of discoveries are false on average,
  /// exactly (Benjamini and Yekutieli, "The control of the false discovery rate in multiple testing under
  /// dependency", Annals of Statistics 29, 2001, theorem 5.1).
  @Test func falseDiscoveries() throws {
    let (metrics, without) = (20, 15)
    var falseShares = Moments()
    try Repeated.each { draws in
      let pValues = try (0..<metrics).map { metric in
        let effect = metric >= without ? 0.7 : 0
        return try Effect.difference(
          draws.moments(arm: 1, units: 40, from: metric * 40) { $0.normal() + effect },
          from: draws.moments(arm: 0, units: 40, from: metric * 40) { $0.normal() }
        ).pValue()
      }
      let found = Correction.benjaminiHochberg.adjusted(pValues).map { $0 <= 0.05 }
      let all = found.count { $0 }
      let wrong = found.prefix(without).count { $0 }
      falseShares.add(all > 0 ? Double(wrong) / Double(all) : 0)
    }
    let error = falseShares.standardError ?? 0
    let z = (falseShares.mean - 0.0375) / error
    print("Benjamini–Hochberg, false share of discoveries: \(falseShares.mean), 0.0375, z \(z)")
    #expect(z.magnitude < 3.5)
  }
}
