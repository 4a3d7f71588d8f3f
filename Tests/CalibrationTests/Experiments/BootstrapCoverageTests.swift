import Experiments
import RealModule
import Statistics
import Testing

/// Intervals by resampling, end by end.
///
/// They are not nominal, and theory says by how much. Of 199 resamples the quantile of type 7 at 2.5 % lies
/// at place 5.95 of the 200 that resamples and estimate share, so that an end misses 2.975 % even where
/// resamples fall just as estimates do. On skewed data percentile ends miss by
/// ±κ(z² + 2)/6·φ(z) besides and bootstrap-t ends do not, to this order: Hall, "Theoretical comparison of
/// bootstrap confidence intervals", Annals of Statistics 16, 1988; κ is the estimate's skewness.
@Suite(.releaseOnly) struct BootstrapCoverageTests {
  private let resamples = 199
  private let miss = (0.025 * 198 + 1) / 200
  private var z: Double { -Double.normalQuantile(miss) }
  private var density: Double { Double.exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  private func ends(_ interval: Interval, _ truth: Double) -> [Bool] {
    [truth < interval.low, truth > interval.high]
  }

  /// Sizes of 3,000 and 1,000, so that the arms' skewness does not cancel: κ = 0.16.
  @Test func skewedRevenue() throws {
    let sizes = [3_000, 1_000]
    let (a, b) = (Double(sizes[0]), Double(sizes[1]))
    let spread = SkewedRevenue.variance * (1 / a + 1 / b)
    let skewness =
      SkewedRevenue.thirdCentralMoment * (1 / (b * b) - 1 / (a * a))
      / (spread * spread.squareRoot())
    let lean = skewness * (z * z + 2) / 6 * density
    let shares = try Repeated.shares(of: 6) { draws in
      let table = UnitTable(arms: sizes) { arm, index in
        var stream = draws.unit(index, arm: arm)
        return [SkewedRevenue.sample(&stream)]
      }
      let seed = draws.seed
      let units = try ResampledMeans.poissonBootstrap(
        table, metrics: ["spend"], resamples: resamples, seed: seed, hasErrors: true
      ).difference(of: 0, arm: 1)
      let buckets = try ResampledMeans.bucketBootstrap(
        table, metrics: ["spend"], resamples: resamples, buckets: 256, seed: seed
      ).difference(of: 0, arm: 1)
      return ends(units.percentileInterval(), 0) + ends(try units.studentisedInterval(), 0)
        + ends(buckets.percentileInterval(), 0)
    }
    for (place, method) in ["Poisson, percentile", "Poisson, bootstrap-t", "256 buckets"]
      .enumerated()
    {
      let lean = place == 1 ? 0 : lean
      // What is of second order, κ² and the kurtosis over n.
      Repeated.judge(
        "\(method), skewed revenue, truth below", share: shares[2 * place], nominal: miss - lean,
        allowance: 0.005)
      Repeated.judge(
        "\(method), skewed revenue, truth above", share: shares[2 * place + 1],
        nominal: miss + lean, allowance: 0.005)
    }
  }

  /// The normal distribution in place of Student's t with twice 19 degrees of freedom is too narrow.
  ///
  /// Poisson weights make good that a variance of G values about their own mean is (G − 1)/G too small:
  /// their sum varies, and 1/W is on average 1 + 1/G times what it is at its mean.
  @Test func fewBuckets() throws {
    let expected = 2 * StudentT(uncheckedDegreesOfFreedom: 38).upperTail(z)
    try Repeated.check(
      "20 buckets an arm, percentile, A/A error", nominal: expected, allowance: 0.004
    ) { draws in
      let table = UnitTable(arms: [400, 400]) { arm, index in
        var stream = draws.unit(index, arm: arm)
        return [stream.normal()]
      }
      return
        !(try ResampledMeans.bucketBootstrap(
          table, metrics: ["spend"], resamples: resamples, buckets: 20, seed: draws.seed
        ).difference(of: 0, arm: 1).percentileInterval().contains(0))
    }
  }

  /// The same for 20 whole clusters an arm, of one size; and of five sizes, which is worse.
  @Test func fewClusters() throws {
    let expected = 2 * StudentT(uncheckedDegreesOfFreedom: 38).upperTail(z)
    for (name, sizes) in [
      ("8 units", [8, 8, 8, 8, 8]), ("2 to 20 units", [2, 2, 6, 10, 20]),
    ] {
      let all = (0..<40).map { sizes[$0 / 2 % 5] }
      let share = try Repeated.shares(of: 1) { draws in
        let table = UnitTable(clusters: all) { cluster, index in
          var shared = draws.unit(cluster, arm: 7)
          var own = draws.unit(cluster * 32 + index, arm: cluster % 2)
          return 0.5 * shared.normal() + own.normal()
        }
        return [
          !(try ResampledMeans.bucketBootstrap(
            table, metrics: ["spend"], resamples: resamples, seed: draws.seed
          ).difference(of: 0, arm: 1).percentileInterval().contains(0))
        ]
      }[0]
      Repeated.judge(
        "20 clusters of \(name) an arm, percentile, A/A error", share: share,
        nominal: expected, allowance: sizes[0] == 8 ? 0.004 : 0.03)
    }
  }
}

extension Draws {
  /// A seed for a method that draws itself.
  var seed: UInt64 {
    var stream = unit(0, arm: 99)
    return stream.next()
  }
}
