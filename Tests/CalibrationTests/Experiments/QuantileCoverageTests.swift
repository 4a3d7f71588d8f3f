import Experiments
import RealModule
import Statistics
import Testing

/// Quantiles of latency, log-normal: the median, and the slow tenth.
///
/// Woodruff's error is half the width of an interval over 1.96. Two things about it are known, and the
/// nominal coverage below allows for both: where the quantile function bends, the width is more than its
/// slope says; and a width of 2m of the sample's values is only known to a share of 1/√(2m) of itself
/// (Bloch and Gastwirth, "On a simple estimate of the reciprocal of the density function", Annals of
/// Mathematical Statistics 39, 1968), which is worth m degrees of freedom, far below n − 1.
@Suite(.releaseOnly) struct QuantileCoverageTests {
  private let levels = [0.5, 0.9]
  private let spread = 0.6
  /// What is left: that the estimate and its error go together.
  private let allowance = 0.006

  private func latency(_ noise: Double, arm: Int) -> Double {
    (arm == 1 ? 1.1 : 1) * Double.exp(5 + spread * noise)
  }

  private func truth(_ level: Double) -> Double {
    0.1 * Double.exp(5 + spread * .normalQuantile(level))
  }

  /// The chance that an interval wider by (q(ν + r) − q(ν − r))/(2r·q′(ν)) holds the truth, q being the
  /// quantile function and r = 1.96 errors of the share below, which has degrees of freedom of its own.
  private func coverage(
    _ level: Double, units: Double, shareError: Double, degreesOfFreedom: Double
  ) -> Double {
    let reach = 1.959964 * shareError
    let z = Double.normalQuantile(level)
    func quantile(_ p: Double) -> Double { .exp(spread * .normalQuantile(p)) }
    let slope = spread * Double.exp(spread * z) / density(z)
    let widening = (quantile(level + reach) - quantile(level - reach)) / (2 * reach * slope)
    let critical = StudentT(uncheckedDegreesOfFreedom: 2 * degreesOfFreedom)
      .quantile(upperTail: 0.025)
    let freedom = 2 / (1 / (units * reach) + 1 / degreesOfFreedom)
    return 1 - 2 * StudentT(uncheckedDegreesOfFreedom: freedom).upperTail(critical * widening)
  }

  private func density(_ z: Double) -> Double {
    Double.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }

  @Test func independentUnits() throws {
    let shares = try Repeated.shares(of: 4) { draws in
      let table = UnitTable(arms: [1_000, 1_000], columns: ["latency"]) { arm, index in
        var stream = draws.unit(index, arm: arm)
        return [latency(stream.normal(), arm: arm)]
      }
      return try levels.flatMap { level in
        let quantiles = try QuantileDifference(table, column: 0, level: level, arm: 1)
        return [
          try quantiles.difference().interval().contains(truth(level)),
          try quantiles.lift().interval().contains(0.1),
        ]
      }
    }
    for (place, level) in levels.enumerated() {
      let nominal = coverage(
        level, units: 1_000, shareError: (level * (1 - level) / 1_000).squareRoot(),
        degreesOfFreedom: 999)
      Repeated.judge(
        "quantile \(level), 2 × 1,000, coverage", share: shares[2 * place], nominal: nominal,
        allowance: allowance)
      Repeated.judge(
        "quantile \(level), 2 × 1,000, coverage of the lift", share: shares[2 * place + 1],
        nominal: nominal, allowance: allowance)
    }
  }

  /// A quarter of the logarithm's variance is the cluster's; errors as of independent units miss far too
  /// often.
  @Test func clusters() throws {
    let sizes = (0..<120).map { [4, 6, 8, 10, 12][$0 / 2 % 5] }
    let shares = try Repeated.shares(of: 4) { draws in
      let table = UnitTable(clusters: sizes) { cluster, index in
        var shared = draws.unit(cluster, arm: 7)
        var own = draws.unit(cluster * 32 + index, arm: cluster % 2)
        let noise = 0.5 * shared.normal() + Double(0.75).squareRoot() * own.normal()
        return latency(noise, arm: cluster % 2)
      }
      return try levels.flatMap { level in
        try [true, false].map { byCluster in
          try QuantileDifference(table, column: 0, level: level, arm: 1, byCluster: byCluster)
            .difference().interval().contains(truth(level))
        }
      }
    }
    for (place, level) in levels.enumerated() {
      // Of 60 clusters: mean size 8, squared coefficient of variation 1/8.
      let designEffect = 1 + ((1 + 0.125) * 8 - 1) * alikeness(level, correlation: 0.25)
      let error = (level * (1 - level) / 480 * designEffect).squareRoot()
      Repeated.judge(
        "quantile \(level), 60 clusters of 8 an arm, coverage", share: shares[2 * place],
        nominal: coverage(level, units: 480, shareError: error, degreesOfFreedom: 59),
        allowance: allowance)
      print("the same as if units were independent: \(shares[2 * place + 1])")
      #expect(shares[2 * place + 1] < 0.93)
    }
  }

  /// The correlation of two normal units' both being below a quantile: ∫₀^ρ of their density there
  /// (Plackett, "A reduction formula for normal multivariate integrals", Biometrika 41, 1954), over ν(1 − ν).
  private func alikeness(_ level: Double, correlation: Double) -> Double {
    let z = Double.normalQuantile(level)
    let steps = 1_000
    let sum = (0..<steps).reduce(0.0) { sum, step in
      let r = (Double(step) + 0.5) / Double(steps) * correlation
      return sum + Double.exp(-z * z / (1 + r)) / (1 - r * r).squareRoot()
    }
    return sum * correlation / Double(steps) / (2 * Double.pi) / (level * (1 - level))
  }
}
