import Foundation
import Statistics
import Testing

@testable import Experiments

/// The founders' fixed weights and labels: NumPy 2.4.6 and SciPy 1.17.1.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct ResamplingGoldenTests {
  let metrics = ["sessions", "orders", "revenue"]

  private func table(_ name: String, arms: [String]) throws -> UnitTable {
    let columns = try Golden.table(name)
    let names = try #require(columns["arm"])
    let cells = try metrics.map { try #require(columns[$0]).map { try #require(Double($0)) } }
    return UnitTable(
      columns: metrics, values: Matrix(cells).transpose,
      arm: Labels(
        names: arms, codes: try names.map { Int32(try #require(arms.firstIndex(of: $0))) }))
  }

  /// A file of numbers without a header.
  private func matrix(_ name: String) throws -> Matrix {
    let text = try String(
      contentsOf: Golden.folder.appending(path: "data/\(name).csv"), encoding: .utf8)
    return Matrix(
      try text.split(whereSeparator: \.isNewline).map { row in
        try row.split(separator: ",").map { try #require(Double($0)) }
      })
  }

  @Test func poissonBootstrapWithFixedWeights() throws {
    let golden = try Golden.json("resampling")["poisson_bootstrap"]["value"]
    let table = try table("boot240", arms: ["A", "B", "C"])
    let result = try ResampledMeans(
      table, metrics: metrics, weights: matrix("boot240_weights"))
    for (resample, leaf) in try golden["means"].list.enumerated() {
      #expect(try golden["den"][resample].numbers == (0..<3).map { result.sizes[resample, $0] })
      for arm in 0..<3 {
        for (metric, mean) in try leaf[arm].numbers.enumerated() {
          #expect(agrees(result.means[resample, arm * 3 + metric], mean, relative: 1e-10))
        }
      }
    }
    for (metric, deviation) in try golden["diff_B_A_sd_ddof1"].numbers.enumerated() {
      let difference = try result.difference(of: metric, arm: 1)
      #expect(agrees(difference.standardError, deviation, relative: 1e-10))
    }
    let ratio = try result.ratio(of: 1, to: 0, arm: 1)
    for (ours, theirs) in zip(
      ratio.resamples, try golden["ratio_orders_per_session_B"].numbers)
    {
      #expect(agrees(ours, theirs, relative: 1e-10))
    }
    let interval = try result.difference(of: 2, arm: 1).percentileInterval()
    let ends = try golden["perc_ci_diff_revenue_type7"].numbers
    #expect(agrees(interval.low, ends[0], relative: 1e-10))
    #expect(agrees(interval.high, ends[1], relative: 1e-10))
  }

  @Test func permutationWithFixedLabels() throws {
    let golden = try Golden.json("resampling")["permutation_fixed"]["value"]
    let tests = try PermutationTest.fixed(
      table("perm2", arms: ["A", "B"]), metrics: metrics, arm: 1, labels: matrix("perm2_labels"))
    for (metric, test) in tests.enumerated() {
      #expect(agrees(test.observed, try golden["obs"][metric].number, relative: 1e-10))
      #expect(agrees(test.pValue(), try golden["p"][metric].number, relative: 1e-10))
      for (row, statistic) in try golden["stat"].list.enumerated() {
        // A difference near 0 keeps the digits of the means that it is the difference of.
        let theirs = try statistic[metric].number
        #expect(
          agrees(test.rearranged[row], theirs, relative: 1e-10)
            || abs(test.rearranged[row] - theirs) < 1e-13)
      }
    }
  }

  @Test func exactPermutation() throws {
    let golden = try Golden.json("resampling")["permutation_exact"]["value"]
    let test = try ExactPermutationTest(golden["x"].numbers, golden["y"].numbers)
    #expect(test.splits == 462)
    #expect(agrees(test.difference, try golden["stat"].number, relative: 1e-10))
    #expect(agrees(test.pValue(), try golden["p"].number, relative: 1e-10))
  }
}
