import ArgumentParser
import Documents
import Foundation
import Market
import Statistics
import Testing

@testable import flywheel

/// `flywheel fit` on a small log: what it prints, what it writes, what it refuses.
final class FitCommandTests {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "flywheel-fit-\(UUID().uuidString)")
  let columns = [
    "--customer", "customer", "--date", "date", "--amount", "amount", "--no-report",
  ]

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.log.utf8).write(to: folder.appending(path: "shop log.csv"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Forty customers who first bought in January 2026, every other of whom came back a few times.
  static let log: String = {
    var rows = ["customer,date,amount"]
    for customer in 0..<40 {
      let name = customer == 3 ? "=3+0" : "\(customer)"
      for visit in 0..<(customer % 2 == 0 ? 1 : 1 + customer % 7) {
        let first = CalendarDate(dayNumber: 20_454 + customer % 28)
        let date = first + visit * (9 + customer % 5)
        rows.append("\(name),\(date.iso),\(10 + (customer * 13 + visit * 7) % 40).5")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  func command(_ further: String...) throws -> FitCommand {
    try FitCommand.parse([path("shop log.csv")] + columns + further)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func theAnswerComesFirst() throws {
    let outcome = try command("--until", "2026-02-15").outcome()
    #expect(outcome.failure == nil)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines[0] == "Of 40 customers 17 (43%) bought again by 2026-02-15.")
    #expect(lines[3].hasPrefix("In the 48 days after that they made "))
    #expect(!outcome.text.contains("\nFiles\n"))
  }

  @Test func whatIsNotFittedSaysWhyInTheDocument() throws {
    try Data("customer,date,amount\n1,2026-01-01,5\n2,2026-01-01,5\n".utf8)
      .write(to: folder.appending(path: "new.csv"))
    let outcome = try FitCommand.parse([path("new.csv")] + columns + ["--json"]).outcome()
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.text.utf8))
    let document = try #require(parsed as? [String: Any])
    let model = try #require(document["bgnbd"] as? [String: Any])
    #expect(model as? [String: String] == ["notFitted": "nobody bought again on a later day"])
    #expect(outcome.failure != nil)
  }

  @Test func theFragmentIsAScenario() throws {
    let outcome = try command(
      "--currency", "EUR", "--output", path("new.yaml"), "--horizon", "26"
    ).outcome()
    #expect(outcome.failure == nil)
    let scenario = try ScenarioFile(try text("new.yaml")).resolve().scenario
    #expect(scenario.name == "shop log")
    #expect(scenario.horizon == 182)
    #expect(scenario.market.segments.map(\.size) == [40])
    #expect(scenario.market.segments.first?.begins == .customers)
  }

  @Test func theFragmentTakesTodaysCustomersFromTheTable() throws {
    let outcome = try command(
      "--currency", "EUR", "--output", path("now.yaml"), "--base", path("base.csv"), "--until",
      "2026-02-15"
    ).outcome()
    #expect(outcome.failure == nil)
    let file = ScenarioFile(try text("now.yaml"))
    #expect(file.neededFiles == ["base.csv"])
    let scenario = try file.resolve(files: ["base.csv": try text("base.csv")]).scenario
    let segment = try #require(scenario.market.segments.first)
    #expect(segment.base.count == 40)
    #expect(segment.base[1].repeats == 1)
    #expect(abs(segment.base[1].recency - 10) < 1e-5)
    #expect(abs(segment.base[1].age - 44) < 1e-5)
    #expect(segment.base[1].meanBasket == 3050)
    #expect(scenario.start.iso == "2026-02-16")
    #expect(outcome.text.hasSuffix("\(path("base.csv"))  a row per customer\n"))
  }

  /// The longest horizon there is makes a scenario that can be played; one day more is refused.
  @Test(arguments: [("week", "1042"), ("day", "7300"), ("month", "239.8"), ("day", "0.4")])
  func everyHorizonMakesAScenario(unit: String, horizon: String) throws {
    let outcome = try command(
      "--currency", "EUR", "--output", path("long.yaml"), "--unit", unit, "--horizon", horizon
    ).outcome()
    #expect(outcome.failure == nil)
    let scenario = try ScenarioFile(try text("long.yaml")).resolve().scenario
    #expect(scenario.horizon <= ScenarioFile.longestHorizon)
  }

  /// Identifiers come back from the table as they were: by themselves where they are numbers with a sign, and
  /// by the reader of scenarios where they needed an apostrophe.
  @Test func identifiersComeBack() throws {
    let names = ["+8613812345678", "-1", "=x", "'x", "'=x", "＠me", "＋1", "-x"]
    var log = "customer,date,amount\n"
    for (place, name) in names.enumerated() {
      for visit in 0..<(1 + place % 3) { log += "\(name),2026-0\(1 + visit)-1\(place % 9),5\n" }
    }
    try Data(log.utf8).write(to: folder.appending(path: "ids.csv"))
    let outcome = try FitCommand.parse([path("ids.csv")] + columns + ["--base", path("base.csv")])
      .outcome()
    #expect(outcome.failure == nil)
    let rows = try text("base.csv").split(separator: "\r\n").dropFirst()
    let cells = rows.map { String($0.prefix { $0 != "," }) }
    #expect(Set(cells).isSuperset(of: ["+8613812345678", "-1", "'=x", "'x", "''=x", "'＠me"]))
    #expect(Set(cells.map { FormulaGuard.withoutGuard($0) }) == Set(names))
  }

  @Test func theLawCanBeChosen() throws {
    let outcome = try command(
      "--currency", "EUR", "--output", path("in time.yaml"), "--model", "Pareto-NBD"
    ).outcome()
    #expect(outcome.failure == nil)
    #expect(outcome.text.contains("\n\(path("in time.yaml")) plays Pareto/NBD as asked, "))
    let scenario = try ScenarioFile(try text("in time.yaml")).resolve().scenario
    guard case .inTime = scenario.market.segments.first?.purchases.lapse else {
      Issue.record("another law was written")
      return
    }
  }

  /// Without a fit of purchases there is no fragment, and the table, though possible, is not written either.
  @Test func nothingIsHalfWritten() throws {
    try Data("customer,date,amount\n1,2026-01-01,5\n2,2026-01-01,5\n".utf8)
      .write(to: folder.appending(path: "new.csv"))
    try Data("before".utf8).write(to: folder.appending(path: "base.csv"))
    let outcome = try FitCommand.parse(
      ["--no-report", path("new.csv")] + columns
        + ["--currency", "EUR", "--output", path("new.yaml"), "--base", path("base.csv")]
    ).outcome()
    #expect(outcome.text.isEmpty)
    #expect(
      outcome.failure?.message
        == "\(path("new.yaml")): it was not written, because none of BG/NBD, MBG/NBD, Pareto/NBD"
        + " can be fitted: nobody bought again on a later day")
    #expect(try files() == ["base.csv", "new.csv", "shop log.csv"])
    #expect(try text("base.csv") == "before")
  }

  /// A few customers who spend without measure: no scenario can hold their mean basket, the table of
  /// customers can hold them all.
  @Test func withoutAMeanBasketTheTableIsStillWritten() throws {
    var log = "customer,date,amount\n"
    for customer in 0..<60 {
      // Quantiles of a Pareto distribution with tail index ½.
      let scale = 1 / (1 - (Double(customer) + 0.5) / 60)
      for visit in 0...(2 + customer % 3) {
        let day = CalendarDate(dayNumber: 20_454 + customer % 28) + visit * (9 + customer % 5)
        let amount = scale * scale * (0.8 + 0.1 * Double((customer + visit) % 5))
        log += "\(customer),\(day.iso),\(Int(amount * 100))e-2\n"
      }
    }
    try Data(log.utf8).write(to: folder.appending(path: "heavy.csv"))
    let outcome = try FitCommand.parse(
      ["--no-report", path("heavy.csv")] + columns
        + ["--currency", "EUR", "--output", path("heavy.yaml"), "--base", path("base.csv")]
    ).outcome()
    #expect(
      outcome.failure?.message
        == "\(path("heavy.yaml")): it was not written, because the fitted mean basket is infinite")
    #expect(outcome.text.contains("\nBy Gamma-Gamma the mean basket is infinite "))
    #expect(outcome.text.hasSuffix("\(path("base.csv"))  a row per customer\n"))
    #expect(try files() == ["base.csv", "heavy.csv", "shop log.csv"])
  }

  @Test func missingFilesAndFoldersAreNamed() throws {
    let absent = try FitCommand.parse([path("absent.csv")] + columns).outcome()
    #expect(absent.failure?.message == "\(path("absent.csv")): there is no such file")
    let itself = try FitCommand.parse([folder.path] + columns).outcome()
    #expect(itself.failure?.message == "\(folder.path): it is a folder")
    let nowhere = try command("--base", path("no/folder/base.csv")).outcome()
    let reason = "\(path("no/folder/base.csv")): its folder cannot be written to"
    #expect(nowhere.failure == CommandFailure(reason, .disk))
    #expect(nowhere.failure?.status.rawValue == 1)
  }

  @Test(arguments: [
    ["--unit", "year"], ["--until", "tomorrow"], ["--currency", "dollars"], ["--horizon", "0"],
    ["--horizon", "99999"], ["--horizon", "1043"], ["--horizon", "nan"], ["--horizon", "inf"],
    ["--unit", "day", "--horizon", "7301"],
    ["--output", "x.yaml"], ["--output", "same", "--base", "same", "--currency", "EUR"],
    ["--nonsense"], ["--model", "negative-binomial"],
  ])
  func wrongUsageIsStatus64(further: [String]) throws {
    do {
      _ = try FitCommand.parse(["log.csv"] + columns + further)
      Issue.record("nothing was refused")
    } catch {
      #expect(FitCommand.exitCode(for: error).rawValue == 64)
    }
  }
}
