import Documents
import Market
import Statistics
import Testing

@testable import Reports
@testable import Takeaways

/// A shop that is busy every December and closed on Sundays, over three years.
struct SeasonWordsTests {
  static let log: String = {
    var rows = ["customer,date,amount"]
    let draws = Draws(seed: 4, replication: 0)
    guard let start = CalendarDate(written: "2021-01-01") else { return "" }
    for customer in 0..<300 {
      var stream = draws.stream(
        Individual(family: 2, index: UInt32(customer)), Purpose("busy December"))
      let first = Int(stream.uniform() * 500)
      rows.append("\(customer),\((start + first).iso),20")
      for day in (first + 1)..<1_095 {
        let date = start + day
        let chance = date.weekday == 6 ? 0 : date.parts.month == 12 ? 0.09 : 0.03
        if stream.uniform() < chance {
          rows.append("\(customer),\(date.iso),\(20 + day % 7)")
          if stream.uniform() < 0.03 { break }
        }
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  @Test func saysWhatIsBusyAndWritesIt() throws {
    let result = try SmallShop.result(Self.log, until: nil)
    let sentence = try #require(SeasonWords(result.season)?.sentence)
    #expect(sentence.hasPrefix("Repeat purchases go with the season: most in December (2"))
    #expect(sentence.contains("% of an average month), fewest in "))
    #expect(!sentence.contains("seen once"))
    #expect(CalibrationAnswer(result).sentences.contains(sentence))
    let text = try ScenarioFragment(result, base: nil).text()
    let season = try ScenarioFile(text).resolve().scenario.market.season
    #expect(season.months.count == 12)
    // Three times the others' 1: 3/(14/12) = 2.57 of the average.
    #expect(abs(season.months[11] - 2.57) < 0.25)
    #expect(season.weekdays[6] < 0.01)
  }

  /// Six months later the December of the log is in the forecast.
  @Test func theHoldoutIsForetoldWithTheSeason() throws {
    let result = try SmallShop.result(Self.log, until: "2023-09-30")
    let sentence = try #require(
      CalibrationAnswer(result).sentences.first { $0.hasPrefix("In the ") })
    #expect(sentence.contains(" with the months as before "))
    let check = try #require(result.calibration.holdout)
    let choice = try #require(result.calibration.choice)
    let plain = try #require(check.forecast(by: choice.law)?.conditional)
    let season = try #require(result.season)
    let seasonal = try #require(result.calibration.holdout(with: season))
    #expect(abs(seasonal - Double(check.actual)) < abs(plain - Double(check.actual)) / 2)
  }

  @Test func nothingIsSaidWhereNothingDiffers() throws {
    #expect(SeasonWords(try SmallShop.result().season) == nil)
    #expect(SeasonWords(nil) == nil)
  }
}
