import Charts
import Documents
import Foundation
import Market
import Planning
import Statistics
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

/// The page a planner opens and forwards: safe, whole, and the same words and figures as everywhere else.
struct RunPageTests {
  private let provenance = Provenance(
    version: "0", scenario: Provenance.Source(file: "town.yaml", bytes: []), kernels: "portable")

  private func page(_ result: RunResult) throws -> String {
    String(
      decoding: result.takeaway(provenance, command: "flywheel run town.yaml").page.bytes,
      as: UTF8.self)
  }

  @Test func theAnswerComesFirstInTheWordsOfTheTerminal() async throws {
    let result = try await SmallTown.played.value
    let page = try page(result)
    for sentence in Answer(result).sentences { #expect(page.contains(sentence.markup)) }
    let headline = try #require(Answer(result).sentences.first)
    #expect(page.contains("<h1>\(headline.markup)</h1>"))
    for plan in result.scenario.plans.dropFirst() { #expect(page.contains(plan.name.markup)) }
    #expect(page.contains("flywheel run town.yaml"))
    #expect(page.utf8.count <= 400_000)
  }

  /// Nothing is fetched, nothing is run, and names are no markup.
  @Test func nothingIsFetchedOrRun() async throws {
    var scenario = SmallTown.scenario()
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    scenario.name = "<script>alert(1)</script>"
    scenario.plans[1].name = "<img src=x onerror=alert(1)>"
    scenario.plans[2].name = "=cmd|' /C calc'!A0\u{202E}" + String(repeating: "x", count: 200)
    scenario.market.segments[0].name = "\"><svg onload=alert(1)>"
    let page = try page(await SmallTown.result(scenario))
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<svg onload"))
    #expect(!page.contains("\u{202E}"))
    // But for the name of SVG itself no address stands in it.
    let addresses = page.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!addresses.contains("://") && !page.contains("url(") && !page.contains("@import"))
    #expect(page.contains("default-src 'none'"))
  }

  /// Every picture says in words what it says.
  @Test func picturesHaveWordsAndData() async throws {
    let page = try page(await SmallTown.played.value)
    let pictures = page.matches(of: /<svg [^>]*>/)
    #expect(pictures.count >= 6)
    #expect(
      pictures.allSatisfy {
        $0.output.contains("role=\"img\"") && $0.output.contains("aria-label=\"")
      })
    // A wide and a narrow drawing share a table.
    #expect(page.matches(of: /<figure>/).count * 2 == pictures.count)
    #expect(page.matches(of: /<figure>/).count == page.matches(of: /<details>/).count)
  }

  /// Parts of the bridge add up to what is printed, and dots lie as often above 0 as the chance says.
  @Test func chartsSayWhatIsPrinted() async throws {
    let result = try await SmallTown.played.value
    let leader = try #require(result.leader)
    let bridge = try #require(result.profitBridge(leader))
    let sum = bridge.parts.reduce(bridge.start.amount) { $0 + $1.amount }
    #expect(abs(sum - bridge.end.amount) < 0.005)
    let dots = try #require(result.differenceDots)
    #expect(dots.rows.count == 2 && dots.rows.allSatisfy { $0.dots == $0.dots.sorted() })
    for (row, place) in zip(dots.rows, result.ranking.filter { $0 > 0 }) {
      let chance = try #require(result.comparison.plans[place].difference?.objective.chanceHigher)
      #expect(abs(Double(row.dots.count { $0 > 0 }) - 50 * chance) <= 1)
    }
    let fan = try #require(result.cashFan(leader))
    #expect(fan.means.count == 90)
    for band in fan.bands {
      #expect(zip(band.ends, fan.means).allSatisfy { $0.low <= $1 + 1e-9 && $1 <= $0.high + 1e-9 })
    }
    // The last day's mean is the difference in contribution.
    let contribution = try #require(
      result.comparison.plans[leader.place].difference?.measures
        .first { $0.measure.key == "contribution" })
    #expect(abs((fan.means.last ?? 0) - contribution.difference.estimate.value / 100) < 0.01)
  }

  @Test func onePlanIsAPageToo() async throws {
    var scenario = SmallTown.scenario(plans: 1)
    scenario.stopping = StoppingRule(minimum: 2, maximum: 2)
    let page = try page(await SmallTown.result(scenario))
    #expect(page.contains("<h1>") && !page.contains("<figure>"))
  }
}
