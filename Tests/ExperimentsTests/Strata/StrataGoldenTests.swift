import Statistics
import Testing

@testable import Experiments

/// Post-stratified effects of the laboratory against gbstats (2026), shares as in the two arms compared.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct StrataGoldenTests {
  @Test func postStratificationAgreesWithGbstats() throws {
    let cells = try CellMoments(
      try #require(GoldenTables.lab3arm), outcomes: [0, 1, 4], by: [.stratum])
    let strata = try cells.by(.stratum)
    for (arm, name) in cells.arms.enumerated().dropFirst() {
      let comparison = try PostStratification(
        control: strata.map { $0[0] }, treatment: strata.map { $0[arm] })
      let records = try Golden.json("lab3arm")["gbstats"][name]
      try PeerFigures.checkGbstats(
        try records["post_strat_revenue"]["value"], try comparison.difference(in: .mean(of: 0)))
      try PeerFigures.checkGbstats(
        try records["post_strat_ops_relative"]["value"],
        try comparison.lift(in: .ratio(of: 1, per: 2)))
    }
  }
}
