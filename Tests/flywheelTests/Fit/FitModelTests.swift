import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// Which model `flywheel fit` goes by, and what it takes no amounts for.
final class FitModelTests {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "flywheel-fit-model-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Donors of six years: customer n gives in every (1 + n mod 4)th year, and some stop in between.
    var rows = ["who,when"]
    for donor in 0..<120 {
      for year in 0..<7 where year % (1 + donor % 4) == 0 && (donor % 5 != 0 || year < 3) {
        rows.append("\(donor),\(2017 + year)-0\(1 + donor % 9)-11")
      }
    }
    try Data((rows.joined(separator: "\n") + "\n").utf8).write(
      to: folder.appending(path: "donors.csv"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func outcome(_ further: String...) throws -> (text: String, failure: CommandFailure?) {
    try FitCommand.parse(
      [path("donors.csv"), "--customer", "who", "--date", "when", "--no-report"] + further
    ).outcome()
  }

  @Test func withoutAmountsTheTimesAreTold() throws {
    let (text, failure) = try outcome()
    #expect(failure == nil)
    #expect(text.contains("Gamma-Gamma is not fitted: no amount of a repeat purchase is known."))
    #expect(text.contains("no amount is known of any: purchases all the same"))
    #expect(throws: (any Error).self) {
      try outcome("--output", path("x.yaml"), "--currency", "USD")
    }
  }

  /// Gaps of whole years are no chance.
  @Test func regularPurchasesAreWarnedOf() throws {
    #expect(try outcome().text.contains("Customers buy more regularly than these laws take"))
  }

  @Test func yearsAreOpportunitiesOnRequest() throws {
    let (text, failure) = try outcome("--model", "bg-bb", "--base", path("base.csv"))
    #expect(failure == nil)
    #expect(text.contains(" of years; before each year "))
    #expect(text.contains(" by BG/BB, where a year without a purchase says whether they may have"))
    #expect(text.contains("no scenario plays it."))
    let base = try String(contentsOf: folder.appending(path: "base.csv"), encoding: .utf8)
    #expect(base.split(separator: "\r\n")[0].contains("expected purchases (of 1 year)"))
    let (document, _) = try outcome("--model", "bg-bb", "--json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    let model = try #require(json["bgbb"] as? [String: Any])
    for key in ["alpha", "beta", "gamma", "delta", "alive", "logLikelihood"] {
      #expect(model[key] is Double)
    }
    #expect(json["mbgnbd"] is [String: Any])
  }

  @Test(arguments: [
    ["--opportunities", "year"], ["--model", "bg-bb", "--opportunities", "fortnight"],
    ["--model", "weibull"], ["--margin", "40%"], ["--base", "b.csv", "--discount", "140%"],
    ["--model", "bg-bb", "--currency", "USD", "--amount", "when", "--output", "x.yaml"],
  ])
  func whatDoesNotBelongTogetherIsRefused(further: [String]) {
    #expect(throws: (any Error).self) {
      try FitCommand.parse(["log.csv", "--customer", "who", "--date", "when"] + further)
    }
  }
}
