import Analyses
import ArgumentParser
import Experiments
import Foundation
import Testing

@testable import flywheel

/// Every plan of the fixture folder: what is understood, or word for word what is wrong with it.
struct PlanFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/plans")

  @Test(arguments: [
    "contradicts", "empty", "missing", "switchback", "wrong", "resampled-contradicts",
    "resampled-wrong",
  ])
  func problemsReadExactly(name: String) async throws {
    let path = Self.folder.appending(path: "\(name).yaml").path
    let outcome = try await AnalyzeCommand.parse(["--plan", path]).outcome()
    let expected = try String(
      contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    #expect(outcome.text.isEmpty)
    #expect(outcome.failure?.status.rawValue == 65)
    let message = (outcome.failure?.message ?? "") + "\n"
    #expect(message.replacing(Self.folder.path + "/", with: "") == expected)
  }

  /// The same plan by options.
  @Test func everyKeyIsUnderstood() throws {
    let path = Self.folder.appending(path: "everything.yaml").path
    let input = try AnalyzePlanInput(path, data: nil)
    #expect(input.data.hasSuffix("Fixtures/plans/test.csv"))
    let command = try AnalyzeCommand.parse([
      "test.csv", "--arm", "variant", "--control", "A", "--metric", "revenue",
      "converted:proportion", "revenue/sessions", "--metric", "p90(latency)", "--covariate",
      "revenue_before, visits_before", "--cluster", "village", "--stratum", "region", "--day",
      "day", "--segment", "platform", "--unit", "user", "--split", "A=50,B=25,C=25", "--adjust",
      "ancova", "--estimand",
      "population", "--sequential", "asymptotic", "--looks", "5", "--planned-units", "20000",
      "--correct", "holm", "--winsorize", "0.999", "--confidence", "0.9", "--non-inferior",
      "revenue=2%", "p90(latency)=+20",
    ])
    #expect(try command.options.plan() == input.plan)
  }

  /// What resampling and beliefs have keys for, by options.
  @Test func everyKeyOfResamplingIsUnderstood() throws {
    func plans(_ name: String, _ options: String...) throws -> (AnalysisPlan, AnalysisPlan) {
      let path = Self.folder.appending(path: "\(name).yaml").path
      let command = try AnalyzeCommand.parse(["test.csv", "--arm", "variant"] + options)
      return (try AnalyzePlanInput(path, data: nil).plan, try command.options.plan())
    }
    let (resampled, byOptions) = try plans(
      "resampled", "--metric", "revenue", "sessions", "converted:proportion", "--bootstrap",
      "bucket", "--cluster", "village", "--resamples", "2000", "--seed", "7", "--equivalent",
      "revenue=2%", "sessions=0.1", "--prior", "revenue=5%", "sessions=0.2")
    #expect(resampled == byOptions)
    let (permuted, too) = try plans(
      "permuted", "--metric", "revenue", "--permutations", "9999", "--prior", "10%")
    #expect(permuted == too)
  }

  /// Splits that change, units in two arms and counted rows, by options.
  @Test func everyKeyOfRowsAndSplitsIsUnderstood() throws {
    func plans(_ name: String, _ options: String...) throws -> (AnalysisPlan, AnalysisPlan) {
      let path = Self.folder.appending(path: "\(name).yaml").path
      let command = try AnalyzeCommand.parse(["test.csv", "--arm", "variant"] + options)
      return (try AnalyzePlanInput(path, data: nil).plan, try command.options.plan())
    }
    let (rampUp, byOptions) = try plans(
      "ramp-up", "--metric", "revenue", "--day", "day", "--unit", "user", "--keep-first-arm",
      "--split", "50:50", "--split-from", "2026-03-01=99:1", "2026-03-04=A=50,B=50")
    #expect(rampUp == byOptions)
    #expect(rampUp.keepsFirstArm && rampUp.splitFrom.count == 2 && rampUp.splitInOrder == [50, 50])
    let (counted, too) = try plans(
      "counted", "--metric", "revenue/users", "--counts", "--squares", "revenue_squares")
    #expect(counted == too)
    #expect(counted.counts && counted.squares == ["revenue_squares"])
  }

  /// A plan says everything: an option beside it is refused, whichever it is.
  @Test(arguments: [["--keep-first-arm"], ["--counts"], ["--split-from", "2026-03-04=50:50"]])
  func optionsBesideAPlanAreRefused(option: [String]) async throws {
    let path = Self.folder.appending(path: "counted.yaml").path
    #expect(throws: (any Error).self) {
      _ = try AnalyzeCommand.parse(["--plan", path] + option)
    }
  }
}
