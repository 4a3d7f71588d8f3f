import ArgumentParser
import Foundation
import Testing

@testable import flywheel

/// Switchbacks, clusters and covariates in what `flywheel analyze` prints and writes.
struct AnalyzeDesignsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Forty shops in four regions, visited on four days, each visit in an arm of its own.
  private static let visits: String = {
    var rows = ["visit,arm,shop,region,day,before,revenue,items"]
    for visit in 0..<480 {
      let (shop, arm) = (visit % 40, (visit / 40 + visit * visit) % 2)
      let before = (visit * 37) % 23
      let noise = Double((visit * 53) % 41) / 10 + Double((shop * 13) % 7)
      rows.append(
        "\(visit),\(arm == 0 ? "A" : "B"),s\(shop),r\(visit % 3),\(1 + visit / 120),\(before),"
          + "\(Double(before) + noise + Double(arm)),\(1 + visit % 4)")
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  private func outcome(_ further: String...) async throws -> (
    text: String, failure: CommandFailure?
  ) {
    try folder.write(Self.visits, to: "test.csv")
    return try await AnalyzeCommand.parse(
      [folder.path("test.csv"), "--arm", "arm", "--output", folder.path("out")] + further
    ).outcome()
  }

  private func column(_ name: String, of file: String) throws -> Set<String> {
    let text = String(
      decoding: try folder.contents(of: "out")[file] ?? Data(), as: UTF8.self)
    let rows = text.split(separator: "\r\n").map {
      $0.replacing("\u{FEFF}", with: "").replacing("\"", with: "")
        .replacing(", ", with: "; ").split(separator: ",", omittingEmptySubsequences: false)
    }
    let place = try #require(rows.first?.firstIndex { $0 == name })
    return Set(rows.dropFirst().map { String($0[place]) })
  }

  @Test func segmentsAndDaysNameTheirMethod() async throws {
    defer { folder.remove() }
    for (further, method) in [
      ([], "Welch"), (["--covariate", "before"], "CUPED"),
      (["--cluster", "shop"], "difference of means; CR3"),
      (["--cluster", "shop", "--covariate", "before"], "CUPED; CR3"),
    ] {
      try folder.write(Self.visits, to: "test.csv")
      let command = try AnalyzeCommand.parse(
        [folder.path("test.csv"), "--arm", "arm", "--output", folder.path("out")]
          + ["--metric", "revenue", "--segment", "region", "--day", "day"] + further)
      let outcome = await command.outcome()
      #expect(outcome.failure == nil)
      #expect(outcome.text.contains("revenue, “B”: do segments differ in its effect? p = "))
      #expect(try column("method", of: "segments.csv") == [method])
      #expect(try column("method", of: "daily.csv") == [method])
      #expect(
        try column("method", of: "segment-tests.csv")
          == [further.contains("--cluster") ? "Wald's F by cluster" : "Cochran's Q by Welch's F"])
    }
  }

  @Test func theDocumentSaysWhatIsKnownOfClusters() async throws {
    defer { folder.remove() }
    let outcome = try await outcome(
      "--metric", "revenue", "revenue/items", "median(revenue)", "--segment", "region", "--day",
      "day", "--cluster", "shop", "--json")
    #expect(outcome.failure == nil)
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.text.utf8))
    let document = try #require(parsed as? [String: Any])
    func list(_ key: String) throws -> [[String: Any]] {
      try #require(document[key] as? [[String: Any]])
    }
    #expect(try list("effects").count == 3)
    #expect(
      try list("segments").allSatisfy { $0["method"] as? String == "difference of means, CR3" })
    #expect(try list("segmentTests").allSatisfy { $0["pValue"] is Double })
    #expect(try list("days").count == 8)
    #expect(try list("clustering").map { $0["metric"] as? String } == ["revenue", "revenue/items"])
    #expect(try list("clustering").allSatisfy { $0["intraclassCorrelation"] is Double })
    #expect(try list("interference").isEmpty)
    #expect((document["srm"] as? [String: Any])?["counted"] as? String == "units")
    #expect(
      (document["warnings"] as? [String])?.contains(
        "median(revenue): quantiles are not compared by segment") == true)
  }

  @Test func looksOfARuleLeaveDaysOfClustersOut() async throws {
    defer { folder.remove() }
    let outcome = try await outcome(
      "--metric", "revenue", "--day", "day", "--cluster", "shop", "--sequential", "asymptotic")
    #expect(outcome.failure == nil)
    #expect(outcome.text.contains("the days before the last are no looks of the rule"))
    #expect(try folder.contents(of: "out")["daily.csv"] == nil)
  }

  /// By options and by a plan file alike.
  @Test func aSwitchbackIsAnalysed() async throws {
    defer { folder.remove() }
    let data = WrongExperimentTests.folder.appending(path: "switchback.csv").path
    let text = try await AnalyzeCommand.parse([
      data, "--arm", "arm", "--metric", "wait", "--switchback", "city,hour", "--burn-in", "1",
      "--output", folder.path("out"),
    ]).outcome().text
    #expect(text.contains("Method: fixed effects of place and window, CR3."))
    #expect(
      text.replacing("\n    ", with: " ").contains(
        "Switchback: a unit is a place during a window: 6 places, 8 windows, 48 units; arms are"
          + " compared within places and windows, errors by place. Dropped at the start of each window:"
          + " 1 row, 48 in all."))
    try folder.write(
      "data: \(data)\narm: arm\nmetric: wait\nswitchback: city, hour\nburn-in: 1\n", to: "plan.yaml"
    )
    let planned = try await AnalyzeCommand.parse([
      "--plan", folder.path("plan.yaml"), "--output", folder.path("out"),
    ]).outcome().text
    #expect(planned == text)
  }

  @Test(arguments: [
    (["--switchback", "city"], "is not two columns such as city,hour"),
    (["--burn-in", "2"], "belong to a switchback, and no switchback is given"),
    (
      ["--switchback", "city,hour", "--cluster", "city"],
      "cluster cannot be together with switchback"
    ),
    (["--switchback", "city,hour", "--day", "day"], "day cannot be together with switchback"),
    (
      ["--switchback", "city,hour", "--adjust", "cuped"],
      "adjust cannot be together with switchback"
    ),
    (["--switchback", "city,hour", "--plan", "plan.yaml"], "With --plan everything"),
  ])
  func wrongUsageSaysWhatIsWrong(further: [String], sentence: String) throws {
    let usual = further.contains("--plan") ? [] : ["--arm", "arm", "--metric", "wait"]
    do {
      _ = try AnalyzeCommand.parse(["test.csv"] + usual + further)
      Issue.record("nothing was refused")
    } catch {
      #expect(AnalyzeCommand.exitCode(for: error).rawValue == 64)
      #expect(AnalyzeCommand.message(for: error).contains(sentence))
    }
  }
}
