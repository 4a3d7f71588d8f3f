import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// `flywheel analyze` with resamples, margins of equivalence and priors: what it prints and writes.
struct ResamplingCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Sixty units in each of three arms, B with the higher revenue.
  private static let test: String = {
    var rows = ["arm,village,revenue,visits,bought"]
    for user in 0..<180 {
      let arm = ["A", "B", "C"][user % 3]
      let revenue = Double((user * 53) % 41) / 10 + (arm == "B" ? 2 : 0)
      rows.append(
        "\(arm),v\(user % 60),\(revenue),\(1 + (user * 29) % 7),\((user * 7) % 5 < 2 ? 1 : 0)")
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  private func outcome(_ further: String...) async throws -> (
    text: String, failure: CommandFailure?
  ) {
    try folder.write(Self.test, to: "test.csv")
    return try await AnalyzeCommand.parse(
      [folder.path("test.csv"), "--arm", "arm", "--output", folder.path("out")] + further
    ).outcome()
  }

  private func document(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Python 3.11: means 1.9917 and 3.9617.
  @Test func theAnswerSaysHowItWasResampled() async throws {
    defer { folder.remove() }
    let text = try await outcome(
      "--metric", "revenue", "revenue/visits", "p90(revenue)", "--bootstrap", "poisson",
      "--resamples", "400", "--seed", "3", "--permutations", "199"
    ).text
    #expect(
      text.hasPrefix("revenue is 1.97 higher with “B” than with “A” (+98.9%): 3.96 against 1.99;"))
    for line in [
      "Method: Poisson bootstrap-t; Poisson bootstrap, percentile; Woodruff.",
      "Bootstrap: 400 resamples from seed 3; the least p-value they can give is 0.0050.",
      "199 rearrangements of the arms",
    ] { #expect(text.contains(line), "\(line)") }
    #expect(text.contains("\nPermutation tests\n"))
  }

  @Test func theDocumentHasResamplingAndJointTests() async throws {
    defer { folder.remove() }
    let document = try document(
      try await outcome(
        "--metric", "revenue", "bought:proportion", "revenue/visits", "--bootstrap", "bucket",
        "--permutations", "199", "--prior", "10%", "--json"
      ).text)
    let resampling = try #require(document["resampling"] as? [String: Any])
    #expect(resampling["bootstrap"] as? String == "bucket")
    #expect(resampling["resamples"] as? Int == 1_000)
    #expect(resampling["seed"] as? Int == 1)
    let effects = try #require(document["effects"] as? [[String: Any]])
    #expect(effects.count == 6)
    #expect(
      effects.map { $0["permutationPValue"] != nil } == [true, true, true, true, false, false])
    // No rearrangement sets the arms as far apart as B and A are.
    #expect(effects[0]["permutationPValue"] as? Double == 1.0 / 200)
    #expect(effects.allSatisfy { $0["priorStandardDeviation"] != nil })
    #expect(effects.allSatisfy { $0["expectedLossOfControl"] != nil })
    let joint = try #require(document["joint"] as? [[String: Any]])
    #expect(joint.map { $0["arm"] as? String } == ["B", "C"])
    for part in joint {
      #expect(part["metrics"] as? [String] == ["revenue", "bought"])
      #expect(part["statistic"] is Double && part["pValue"] is Double)
    }
  }

  /// By Python's hashlib.
  @Test func theManifestHasTheDigestOfTheData() async throws {
    defer { folder.remove() }
    _ = try await outcome(
      "--metric", "revenue", "visits", "--bootstrap", "bucket", "--cluster", "village")
    let contents = try folder.contents(of: "out")
    #expect(
      Set(contents.keys) == [
        "report.html", "report.xlsx", "notebook.ipynb", "effects.csv", "arms.csv", "clusters.csv",
        "joint.csv", "manifest.json",
      ])
    let manifest = try document(
      String(decoding: contents["manifest.json"] ?? Data(), as: UTF8.self))
    let data = try #require(manifest["data"] as? [String: Any])
    #expect(data["bytes"] as? Int == Self.test.utf8.count)
    #expect(
      data["sha256"] as? String
        == "83aa6fc467a0255225839123b82546b6f0df376f73502f1e252ec5c99bd51539")
    let resampling = try #require(manifest["resampling"] as? [String: Any])
    #expect(Set(resampling.keys) == ["bootstrap", "resamples", "seed"])
    _ = try await outcome(
      "--metric", "revenue", "visits", "--bootstrap", "bucket", "--cluster", "village")
    #expect(try folder.contents(of: "out") == contents)
  }

  @Test func chancesSayWhatTheyRestOn() async throws {
    defer { folder.remove() }
    let flat = try await outcome("--metric", "revenue", "visits").text
    #expect(flat.contains("\nChances\n"))
    #expect(flat.contains(" >99.9% "))
    #expect(flat.contains("Chances hold if before the data every effect was alike likely;"))
    let prior = try await outcome("--metric", "revenue", "visits", "--prior", "2.5%", "visits=0.25")
      .text
    let words = prior.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "a standard deviation of 2.5% of the control's value for every metric, 0.25 for visits"))
  }

  @Test(arguments: [
    ["--bootstrap", "jackknife"], ["--bootstrap", "poisson", "--cluster", "village"],
    ["--bootstrap", "bucket", "--covariate", "visits"], ["--resamples", "500"],
    ["--bootstrap", "bucket", "--resamples", "5"],
    ["--bootstrap", "bucket", "--stratum", "village"],
    ["--bootstrap", "bucket", "--sequential", "pocock"], ["--permutations", "0"],
    ["--permutations", "500", "--cluster", "village"], ["--seed", "1"],
    ["--equivalent", "revenue"], ["--equivalent", "profit=1"], ["--prior", "0.1"],
    ["--prior", "10%", "20%"], ["--prior", "profit=1"],
    ["--bootstrap", "bucket", "--plan", "plan.yaml"],
  ])
  func whatDoesNotCombineIsStatus64(further: [String]) throws {
    do {
      _ = try AnalyzeCommand.parse(["test.csv", "--arm", "arm", "--metric", "revenue"] + further)
      Issue.record("nothing was refused")
    } catch {
      #expect(AnalyzeCommand.exitCode(for: error).rawValue == 64)
    }
  }
}
