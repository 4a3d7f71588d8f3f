import Documents
import Foundation
import Statistics
import Testing

@testable import Market

struct SeasonFitTests {
  let start = CalendarDate(year: 2023, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)

  /// Poisson counts around a level times these factors; fixed seed.
  private func counts(
    _ days: Int, level: Double, seed: UInt64, factor: (CalendarDate) -> Double = { _ in 1 }
  ) throws -> [Double] {
    let draws = Draws(seed: seed, replication: 0)
    return try (0..<days).map { day in
      var stream = draws.stream(
        Individual(family: 3, index: UInt32(day)), Purpose("season test"))
      return Double(try Poisson(mean: level * factor(start + day)).sample(&stream))
    }
  }

  private func isStrong(_ day: CalendarDate) -> Double {
    (day.parts.month == 11 ? 1.5 : 1) * (day.weekday == 5 ? 1.3 : 1)
  }

  /// November at 1.5 and Saturdays at 1.3 of all others: 1.5/(12.5/12) = 1.44 and 1.3/(7.3/7) = 1.2466 of the average.
  @Test func findsWhatIsThere() throws {
    let actual = try counts(3 * 365, level: 20, seed: 5, factor: isStrong)
    let season = SeasonFit(
      from: start, actual: actual, expected: [Double](repeating: 20, count: actual.count))
    #expect(abs(season.months[10].value - 1.44) < 0.06)
    #expect(abs(season.weekdays[5].value - 1.246_6) < 0.04)
    #expect(abs(season.months.reduce(0) { $0 + $1.value } - 12) < 1e-9)
    #expect(abs(season.weekdays.reduce(0) { $0 + $1.value } - 7) < 1e-9)
    #expect(season.dispersion < 1.3)
    #expect(!season.isOneYear)
    #expect(abs(season.level - 12.5 / 12 * 7.3 / 7) < 0.03)
    let saturday = CalendarDate(year: 2025, month: 11, day: 8) ?? start
    #expect(
      abs(
        season.factor(on: saturday) - season.months[10].value * season.weekdays[5].value) < 1e-12)
  }

  /// Of two hundred logs without a season one in twenty shows one: at most 21 but by a chance of one in 1,000.
  @Test func seldomShowsWhatIsNotThere() throws {
    let shown = try (0..<200).count { seed in
      let actual = try counts(800, level: 5, seed: UInt64(1_000 + seed))
      let season = SeasonFit(
        from: start, actual: actual, expected: [Double](repeating: 5, count: actual.count))
      return season.hasMonths || season.hasWeekdays
    }
    #expect(shown <= 21)
  }

  /// Where nothing is there, what is found is small: over 200 logs a year long months differ from 1 by 1% on
  /// average where raw ones differ by 4% (their standard error is 1/√(30·20) = 4%).
  @Test func drawsChanceTowardsNothing() throws {
    var (shrunk, raw) = (0.0, 0.0)
    for seed in 0..<200 {
      let actual = try counts(365, level: 20, seed: UInt64(seed))
      let season = SeasonFit(
        from: start, actual: actual, expected: [Double](repeating: 20, count: 365))
      for month in season.months {
        shrunk += (month.value - 1).magnitude / 2_400
        raw += ((month.raw ?? 1) - 1).magnitude / 2_400
      }
      #expect(season.isOneYear)
    }
    #expect(raw > 0.025)
    #expect(shrunk < 0.012)
  }

  @Test func monthsNeedAWholeYear() throws {
    let actual = try counts(300, level: 20, seed: 1)
    let season = SeasonFit(
      from: start, actual: actual, expected: [Double](repeating: 20, count: 300))
    #expect(season.months.isEmpty)
    #expect(season.weekdays.count == 7)
    let short = SeasonFit(from: start, actual: [3, 0, 1], expected: [1, 1, 1])
    #expect(short.weekdays.isEmpty)
    #expect(short.factor(on: start) == 1)
  }

  @Test func aClosedDayStaysClosed() throws {
    let actual = try counts(700, level: 20, seed: 2) { $0.weekday == 6 ? 0 : 1 }
    let season = SeasonFit(
      from: start, actual: actual, expected: [Double](repeating: 20, count: 700))
    #expect(season.weekdays[6].raw == 0)
    #expect(season.weekdays[6].value < 0.01)
    // The others are left as they are, at 7/6 of the average.
    #expect(season.weekdays.prefix(6).allSatisfy { abs($0.value - 7.0 / 6) < 0.08 })
  }
}
