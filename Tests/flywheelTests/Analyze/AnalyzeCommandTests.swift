import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// `flywheel analyze` on small experiments: what it prints, what it writes, what it refuses.
struct AnalyzeCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Forty days of two arms, the second a little better, the third like the first.
  private static let test: String = {
    var rows = ["user,arm,day,region,before,revenue,sessions,bought"]
    for user in 0..<240 {
      let arm = ["A", "B", "C"][user % 3]
      let before = (user * 37) % 23
      let noise = Double((user * 53) % 41) / 10
      let revenue = Double(before) + noise + (arm == "B" ? 3 : 0)
      rows.append(
        "\(user),\(arm),\(1 + user / 60),r\(user % 2),\(before),\(revenue),\(1 + user % 4),"
          + "\((user * 7) % 5 < (arm == "B" ? 3 : 2) ? 1 : 0)")
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  private func command(_ further: String...) throws -> AnalyzeCommand {
    try folder.write(Self.test, to: "test.csv")
    return try AnalyzeCommand.parse(
      [folder.path("test.csv"), "--arm", "arm", "--output", folder.path("out")] + further)
  }

  /// numpy 2.4.6, one regression per arm: 15.96375 and 12.99286.
  @Test func theDecisionsComeFirst() async throws {
    defer { folder.remove() }
    let outcome = try await command("--metric", "revenue", "--covariate", "before").outcome()
    #expect(outcome.failure == nil)
    #expect(
      outcome.text.hasPrefix(
        "revenue is 2.97 higher with “B” than with “A” (+22.9%): 15.96 against 12.99;"))
    #expect(outcome.text.contains("revenue: no difference between “C” and “A” is shown;"))
    #expect(outcome.text.contains("\n  Correction: Dunnett: "))
    #expect(outcome.text.contains("\n  Method: Lin, HC2.\n"))
  }

  @Test func theFolderHoldsEveryTable() async throws {
    defer { folder.remove() }
    let outcome = try await command(
      "--metric", "revenue", "bought:proportion", "--day", "day", "--segment", "region"
    ).outcome()
    #expect(outcome.failure == nil)
    let contents = try folder.contents(of: "out")
    #expect(
      Set(contents.keys)
        == [
          "report.html", "report.xlsx", "notebook.ipynb", "effects.csv", "arms.csv", "segments.csv",
          "segment-tests.csv",
          "joint.csv",
          "daily.csv",
          "manifest.json",
        ])
    let effects = String(decoding: contents["effects.csv"] ?? Data(), as: UTF8.self)
    #expect(effects.split(separator: "\r\n").count == 5)
    // The same data and plan give the same bytes.
    _ = try await command(
      "--metric", "revenue", "bought:proportion", "--day", "day", "--segment", "region"
    ).outcome()
    #expect(try folder.contents(of: "out") == contents)
  }

  @Test func theDocumentHasTheKeysPromised() async throws {
    defer { folder.remove() }
    let outcome = try await command(
      "--metric", "revenue/sessions", "--correct", "holm", "--json"
    ).outcome()
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.text.utf8))
    let document = try #require(parsed as? [String: Any])
    let srm = try #require(document["srm"] as? [String: Any])
    #expect(srm["pValue"] as? Double == 1)
    let effects = try #require(document["effects"] as? [[String: Any]])
    #expect(effects.count == 2)
    for effect in effects {
      let keys = [
        "metric", "arm", "method", "estimate", "standardError", "low", "high", "pValue",
        "adjustedPValue",
      ]
      for key in keys { #expect(effect[key] != nil, "\(key)") }
      let relative = try #require(effect["relative"] as? [String: Any])
      #expect(Set(relative.keys) == ["estimate", "low", "high", "method"])
    }
    #expect((document["dropped"] as? [Any])?.isEmpty == true)
    #expect((document["warnings"] as? [Any])?.isEmpty == true)
    #expect((document["correction"] as? String)?.hasPrefix("Holm: ") == true)
  }

  /// What is there already stays whole when the input is wrong.
  @Test func nothingIsHalfWritten() async throws {
    defer { folder.remove() }
    _ = try await command("--metric", "revenue").outcome()
    let before = try folder.contents(of: "out")
    let refused = try await command("--metric", "sesions").outcome()
    #expect(refused.failure?.status.rawValue == 65)
    #expect(refused.text.isEmpty)
    #expect(try folder.contents(of: "out") == before)
  }

  @Test func sequentialLooksSayWhenItIsTooEarly() async throws {
    defer { folder.remove() }
    for rule in ["asymptotic", "obrien-fleming", "pocock"] {
      let outcome = try await command(
        "--metric", "sessions", "revenue", "--day", "day", "--sequential", rule,
        "--planned-units", "1000", "--correct", "none"
      ).outcome()
      #expect(outcome.text.hasPrefix("sessions: too early to say. So far “B” is "))
    }
  }

  @Test func cappedValuesAreCounted() async throws {
    defer { folder.remove() }
    let outcome = try await command("--metric", "revenue", "--winsorize", "0.9").outcome()
    #expect(outcome.text.contains("the quantile 0.9 of all arms together, count as that: 24"))
  }

  @Test(arguments: [
    [], ["--metric", "revenue:maen"], ["--metric", "revenue", "--se", "HC9"],
    ["--metric", "revenue", "--correct", "bonferoni"], ["--metric", "revenue", "--winsorize", "2"],
    ["--metric", "revenue", "--non-inferior", "revenue"],
    ["--metric", "revenue", "--non-inferior", "visits=1"],
    ["--metric", "revenue", "--split", "A"], ["--metric", "revenue", "--plan", "plan.yaml"],
    ["--metric", "revenue", "--covariate", "revenue"],
  ])
  func wrongUsageIsStatus64(further: [String]) throws {
    do {
      _ = try AnalyzeCommand.parse(["test.csv", "--arm", "arm"] + further)
      Issue.record("nothing was refused")
    } catch {
      #expect(AnalyzeCommand.exitCode(for: error).rawValue == 64)
    }
  }
}
