import ArgumentParser
import Foundation
import Market
import Testing

@testable import flywheel

/// `flywheel power`: what it answers, and what it leaves behind.
struct PowerCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func answer(_ arguments: String...) throws -> String {
    defer { folder.remove() }
    let outcome = try PowerCommand.parse(arguments + ["--no-report"]).outcome()
    #expect(outcome.failure == nil)
    return String(outcome.text.prefix { $0 != "\n" })
  }

  /// By hand: (1.96·√(2·0.041·0.959) + 0.8416·√(0.04·0.96 + 0.042·0.958))² / 0.002² = 154,304.
  @Test func theUnitsNeeded() throws {
    #expect(
      try answer("--rate", "4%", "--lift", "5%", "--daily", "8000")
        == "To see a 5% lift you need 154,304 people per arm, 39 days at your traffic.")
    #expect(
      try answer("--mean", "2", "--sd", "3", "--lift", "-8%", "--arms", "5", "--ratio", "optimal")
        .hasPrefix("To see an 8% fall you need "))
  }

  /// statsmodels 0.15.0: TTestIndPower().solve_power(nobs1=1000, power=0.8) = 0.125351.
  @Test func theEffectFound() throws {
    #expect(
      try answer("--mean", "10", "--sd", "10", "--days", "10", "--daily", "200")
        == "With 1,000 people per arm you can see a 12.54% lift or more, 10 days at your traffic.")
    #expect(
      try answer("--mean", "0", "--sd", "10", "--n", "1000")
        == "With 1,000 people per arm you can see an effect of 1.254 or more.")
  }

  /// statsmodels 0.15.0: TTestIndPower().power(0.1, 500, 0.05) = 0.3520444486327584.
  @Test func theChanceToFindIt() throws {
    #expect(
      try answer("--mean", "10", "--sd", "10", "--lift", "10%", "--n", "500")
        == "With 500 people per arm you see a 10% lift with a chance of 35.2%.")
  }

  @Test func curvesAreWrittenWhole() throws {
    defer { folder.remove() }
    let outcome = try PowerCommand.parse([
      "--no-report",
      "--rate", "4%", "--lift", "5%", "--daily", "8000", "--output", folder.path("plan"),
    ]).outcome(width: 400)
    #expect(outcome.text.hasSuffix("/plan: power-by-size.csv, effect-by-duration.csv.\n"))
    let files = try folder.contents(of: "plan")
    #expect(Set(files.keys) == ["power-by-size.csv", "effect-by-duration.csv"])
    let power = String(decoding: try #require(files["power-by-size.csv"]), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    #expect(power.count == 42)
    #expect(
      power[0].hasSuffix(
        "people in control,people in each other arm,people in all,effect,lift (share),power (share)"
      ))
    #expect(power.contains("154304,154304,308608,0.002,0.05,0.800001"))
    let effects = String(decoding: try #require(files["effect-by-duration.csv"]), as: UTF8.self)
    #expect(effects.contains("\r\n39,154304,308608,0.8,0.0019999967,0.05\r\n"))
  }

  @Test func oneDocumentForJSON() throws {
    defer { folder.remove() }
    let outcome = try PowerCommand.parse([
      "--no-report",
      "--mean", "2", "--sd", "3", "--lift", "5%", "--looks", "4", "--icc", "0.02",
      "--cluster-size", "20", "--json",
    ]).outcome()
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.text.utf8)) as? [String: Any])
    #expect(document["found"] as? String == "units")
    #expect(document["lift"] as? Double == 0.05)
    let clusters = try #require(document["clusters"] as? [String: Any])
    #expect(clusters["designEffect"] as? Double == 1.38)
    let units = try #require(document["units"] as? [String: Any])
    let control = try #require(units["control"] as? Int)
    #expect(control % 20 == 0)
    #expect(units["total"] as? Int == 2 * control)
  }

  @Test func theFirstPlanOfAScenarioIsPlayed() throws {
    defer { folder.remove() }
    try folder.write(Bakery.text, to: "bakery.yaml")
    let outcome = try PowerCommand.parse([
      "--no-report",
      "--scenario", folder.path("bakery.yaml"), "--metric", "orders", "--lift", "5%",
    ]).outcome(width: 400)
    #expect(outcome.failure == nil)
    #expect(outcome.text.hasPrefix("To see a 5% lift you need "))
    #expect(outcome.text.contains("market “bakery” under its first plan"))
  }

  @Test func aPilotTellsWhatItLeftOut() throws {
    defer { folder.remove() }
    let file = WrongPowerTests.folder.appending(path: "pilot.csv").path
    let outcome = try PowerCommand.parse([
      "--no-report",
      "--pilot", file, "--metric", "orders", "--covariate", "before", "--lift", "50%",
    ]).outcome(width: 400)
    #expect(
      outcome.text.contains(
        "The figures of “orders” are those of 6 rows of pilot.csv; 1 row without a value left out.")
    )
  }
}
