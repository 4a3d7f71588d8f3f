import Experiments
import Statistics
import Testing

/// Strata that differ in level, spread and effect, their sizes left to chance.
@Suite(.releaseOnly) struct StratifiedCoverageTests {
  private let shares = [0.5, 0.3, 0.2]
  private let levels = [0.0, 2, 5]
  private let deviations = [1.0, 2, 3]
  private let effects = [0.1, 0.4, -0.5]
  /// 0.5·0.1 + 0.3·0.4 − 0.2·0.5.
  private let truth = 0.07

  private func strata(_ draws: Draws) -> [[CoMoments]] {
    var cells = [[CoMoments]](
      repeating: [CoMoments](repeating: CoMoments(variables: 1), count: 3), count: 2)
    for arm in 0..<2 {
      for index in 0..<300 {
        var stream = draws.unit(index, arm: arm)
        let place = stream.uniform()
        let stratum = place < shares[0] ? 0 : place < shares[0] + shares[1] ? 1 : 2
        cells[arm][stratum].add([
          levels[stratum] + (arm == 1 ? effects[stratum] : 0)
            + deviations[stratum] * stream.normal()
        ])
      }
    }
    return cells
  }

  @Test func postStratification() throws {
    let covered = try Repeated.shares(of: 2) { draws in
      let cells = strata(draws)
      return try [.ofSample, .known(shares)].map { (weights: PostStratification.Shares) in
        try PostStratification(control: cells[0], treatment: cells[1], shares: weights)
          .difference(in: .mean(of: 0)).interval().contains(truth)
      }
    }
    Repeated.judge(
      "post-stratification by the sample's shares, 2 × 300, coverage", share: covered[0],
      nominal: 0.95)
    Repeated.judge(
      "post-stratification by known shares, 2 × 300, coverage", share: covered[1], nominal: 0.95)
  }
}
