import Statistics
import Testing

@testable import Experiments

/// The split, novelty, several outcomes at once, and daily looks, against scipy 1.17.1 and tea-tasting
/// 1.14.0.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct ChecksGoldenTests {
  @Test func splitAgrees() throws {
    let records = try Golden.json("users42")["tea_tasting"]["value"]
    let counts = try CellMoments(try #require(GoldenTables.users42), outcomes: [0]).byArm
      .map(\.count)
    let split = try SampleRatio(counts: counts)
    for record in [try records["srm"], try records["srm_binom"]] {
      #expect(Double(counts[0]) == (try record["control"].number))
      #expect(Double(counts[1]) == (try record["treatment"].number))
    }
    #expect(agrees(split.pValue, try records["srm"]["pvalue"].number, relative: 1e-8))
    #expect(
      agrees(
        try #require(split.exactPValue), try records["srm_binom"]["pvalue"].number, relative: 1e-8))

    let laboratory = try Golden.json("lab3arm")
    let three = try SampleRatio(
      counts: try ["A", "B", "C"].map { Int(try laboratory["n"][$0].number) },
      weights: [0.5, 0.25, 0.25])
    #expect(agrees(three.statistic, try laboratory["srm"]["stat"].number, relative: 1e-10))
    #expect(agrees(three.pValue, try laboratory["srm"]["p"].number, relative: 1e-8))
  }

  @Test func hotellingAgrees() throws {
    let arms = try CellMoments(try #require(GoldenTables.lab3arm), outcomes: [0, 1, 2, 3]).byArm
    let test = try HotellingT2(control: arms[0], treatment: arms[1])
    let golden = try Golden.json("lab3arm")["hotelling_BvsA_4metrics"]
    #expect(agrees(test.statistic, try golden["T2"].number, relative: 1e-10))
    #expect(agrees(test.f, try golden["F"].number, relative: 1e-10))
    #expect(agrees(test.pValue, try golden["p"].number, relative: 1e-8))
  }

  @Test func noveltyAgrees() throws {
    let golden = try Golden.json("lab3arm")["novelty_sessions_BvA"]["value"]
    let cells = try CellMoments(
      try #require(GoldenTables.lab3arm), outcomes: [4], by: [.day])
    let days = try #require(cells.groupings.first).names.compactMap { Double($0) }
    let effects = try cells.by(.day).map {
      try Effect.difference($0[1].moments(of: 0), from: $0[0].moments(of: 0))
    }
    for row in try golden["daily"].list {
      let (day, effect, variance) = (try row[0].number, try row[1].number, try row[2].number)
      let ours = effects[try #require(days.firstIndex(of: day))]
      #expect(agrees(ours.estimate, effect, relative: 1e-10))
      #expect(agrees(ours.standardError * ours.standardError, variance, relative: 1e-10))
    }
    let novelty = try NoveltySlope(days: days, effects: effects)
    #expect(agrees(novelty.slope.estimate, try golden["slope"].number, relative: 1e-10))
    #expect(
      agrees(novelty.slope.standardError, try golden["se_known_var"].number, relative: 1e-10))
    #expect(agrees(novelty.slope.statistic, try golden["z"].number, relative: 1e-10))
    #expect(agrees(novelty.heterogeneity.statistic, try golden["Q"].number, relative: 1e-10))
    #expect(agrees(novelty.heterogeneity.pValue, try golden["Q_p"].number, relative: 1e-8))
  }

  /// Looks day by day are sums of the days' cells.
  @Test func dailyLooksAgree() throws {
    let cells = try CellMoments(
      try #require(GoldenTables.lab3arm), outcomes: [2], by: [.day])
    let days = try #require(cells.groupings.first).names.compactMap { Int($0) }
    let byDay = try cells.by(.day)
    var (control, treatment) = (Moments(), Moments())
    for row in try Golden.json("lab3arm")["by_day_converted_BvA"]["value"].list {
      let day = byDay[try #require(days.firstIndex(of: Int(try row["day"].number)))]
      control += day[0].moments(of: 0)
      treatment += day[1].moments(of: 0)
      #expect(Double(control.count) == (try row["nA"].number))
      #expect(Double(treatment.count) == (try row["nB"].number))
      let effect = try Effect.difference(treatment, from: control)
      #expect(agrees(effect.estimate, try row["diff"].number, relative: 1e-10))
      #expect(agrees(effect.standardError, try row["se"].number, relative: 1e-10))
      #expect(agrees(effect.statistic, try row["z"].number, relative: 1e-10))
      #expect(agrees(effect.pValue(), try row["p_fixed"].number, relative: 1e-8))
    }
  }
}
