import Experiments
import RealModule
import Statistics
import Testing

/// Few whole clusters assigned, where the sandwich is too narrow and the jackknife is the default.
@Suite(.releaseOnly) struct FewClusterTests {
  private let adjustment = Adjustment(metrics: [0], variances: [.cr1, .cr3])

  /// A/A errors of CR1 and CR3, a quarter of the variance being the cluster's.
  private func errors(_ sizes: [Int], test: String = #function) throws -> [Double] {
    try Repeated.shares(of: 2, test: test) { draws in
      let table = UnitTable(clusters: sizes) { cluster, index in
        var shared = draws.unit(cluster, arm: 7)
        var own = draws.unit(cluster * 64 + index, arm: cluster % 2)
        return shared.normal() + 3.0.squareRoot() * own.normal()
      }
      let means = try AdjustedMeans(table, adjustment)
      return [
        try means.effect(arm: 1, metric: 0, .cr1).pValue() < 0.05,
        try means.effect(arm: 1, metric: 0, .cr3).pValue() < 0.05,
      ]
    }
  }

  /// With g clusters of one size an arm the clusters' means are what is tested, and the difference over its
  /// unbiased error is Student's t with 2(g − 1) degrees of freedom, exactly.
  ///
  /// CR1's variance is G/(G − 1)·(n − 1)/(n − 2)·(g − 1)/g of the unbiased one, CR3's the same times
  /// (g/(g − 1))²; both are compared with Student's t with G − 1.
  @Test func clustersOfOneSize() throws {
    for perArm in [5.0, 10] {
      let (all, units) = (2 * perArm, 2 * perArm * 8)
      let critical = StudentT(uncheckedDegreesOfFreedom: all - 1).quantile(upperTail: 0.025)
      let own = StudentT(uncheckedDegreesOfFreedom: 2 * (perArm - 1))
      let cr1 = all / (all - 1) * (units - 1) / (units - 2) * (perArm - 1) / perArm
      let ratio = perArm / (perArm - 1)
      let shares = try errors([Int](repeating: 8, count: Int(all)))
      for (place, factor) in [cr1, cr1 * ratio * ratio].enumerated() {
        Repeated.judge(
          "\(["CR1", "CR3"][place]), \(Int(all)) clusters of 8, A/A error", share: shares[place],
          nominal: 2 * own.upperTail(critical * factor.squareRoot()))
      }
    }
  }

  /// Sizes from 2 to 30: CR1 rejects far too often, CR3 about as often as said or a little less.
  ///
  /// MacKinnon, Nielsen and Webb, "Cluster-robust inference: a guide to empirical practice", Journal of
  /// Econometrics 232, 2023, section 3.
  @Test func clustersOfUnequalSizes() throws {
    for (count, bound) in [(10, 0.08), (20, 0.065)] {
      let shares = try errors((0..<count).map { [2, 4, 8, 16, 30][$0 / 2 % 5] })
      print("CR1 and CR3, \(count) clusters of 2 to 30, A/A error: \(shares)")
      #expect(shares[0] > bound)
      #expect(shares[1] < 0.06)
      #expect(shares[1] > 0.01)
    }
  }
}
