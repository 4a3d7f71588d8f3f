import Documents
import Foundation
import Market
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct RunDocumentTests {
  private let provenance = Provenance(
    version: "0.0.0", scenario: Provenance.Source(file: "town.yaml", bytes: []))

  @Test func holdsEveryPlanAndMeasure() async throws {
    let result = try await SmallTown.played.value
    let text = try result.document(provenance, folder: "out", files: ["plans.csv"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["baseline"] as? String == "today")
    #expect((document["ranking"] as? [String])?.first == "flyers")
    let plans = try #require(document["plans"] as? [[String: Any]])
    #expect(plans.map { $0["name"] as? String } == ["today", "flyers", "5 off, “second” visit"])
    for plan in plans {
      let measures = try #require(plan["measures"] as? [String: [String: Any]])
      #expect(Set(measures.keys) == Set(Measure.all.map(\.key)))
      #expect(measures.values.allSatisfy { ($0["value"] == nil) == ($0["none"] != nil) })
    }
    #expect(plans[0]["versusBaseline"] == nil)
    let versus = try #require(plans[1]["versusBaseline"] as? [String: Any])
    #expect((versus["flips"] as? [Any])?.count == 2)
    let channels = try #require(plans[1]["channels"] as? [[String: Any]])
    #expect(channels.map { $0["channel"] as? String } == ["flyers, door to door"])
    let marginal = try #require(channels[0]["marginalCPA"] as? [String: Any])
    #expect((marginal["value"] as? Double ?? 0) > 0)
  }

  /// Hundredths of a minor unit are the most a figure of money shows, in decimals that end.
  @Test(arguments: [(6_045.62, 60.4562), (1_230_045.004, 12_300.45), (-0.001, 0)])
  func moneyIsInMajorUnitsWithoutNoise(minor: Double, major: Double) {
    #expect(Measure.Unit.money.plain(minor, Currency(code: "EUR")) == major)
  }

  @Test func whatIsNotANumberIsLeftOut() {
    #expect(Measure.Unit.days.plain(.nan, Currency(code: "EUR")) == nil)
    #expect(Measure.Unit.money.plain(.infinity, Currency(code: "EUR")) == nil)
  }
}
