import Documents
import Foundation
import Market
import Planning
import Testing
import Workbooks

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

/// What a run leaves to be taken away beside its page: the same figures everywhere, and names that are only names.
struct RunTakeawayTests {
  private let provenance = Provenance(
    version: "0", scenario: Provenance.Source(file: "town.yaml", bytes: []), kernels: "portable")

  private func takeaway(_ result: RunResult) -> Takeaway {
    result.takeaway(provenance, command: "flywheel run town.yaml")
  }

  private func hostile() async throws -> RunResult {
    var scenario = SmallTown.scenario()
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    scenario.name = "<script>alert(1)</script>"
    scenario.plans[1].name = "=cmd|' /C calc'!A0"
    scenario.plans[2].name = "<img src=x onerror=alert(1)>\u{202E}\u{1}\u{FFFF}👩‍👩‍👧"
    scenario.market.segments[0].name = String(repeating: "长", count: 200)
    return try await SmallTown.result(scenario)
  }

  private func rows(_ book: Workbook, _ sheet: String) throws -> [String] {
    let text = try book.text(of: book.sheet(sheet))
    return String(decoding: Array(text.pieces.joined()), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  /// Rows and names of every sheet are those of its file.
  @Test func everyFileIsASheet() async throws {
    let takeaway = takeaway(try await SmallTown.played.value)
    let book = try Workbook(try #require(takeaway.workbook).bytes)
    #expect(book.sheets.first?.name == "Answer" && book.sheets.last?.name == "Reproduce")
    for named in takeaway.tables {
      let found = try rows(book, named.sheet)
      let table = named.shown ?? named.table
      #expect(found.count == table.rows.count + 1, "\(named.sheet)")
      let header = table.columns.map { $0.header.contains(",") ? "\"\($0.header)\"" : $0.header }
      #expect(found.first == header.joined(separator: ","), "\(named.sheet)")
    }
    let why = try rows(book, "Why")
    #expect(why.count > 4)
  }

  /// A bridge begins at the baseline's profit, ends at the plan's, and no step is lost.
  @Test func bridgesAddUp() async throws {
    let table = try await SmallTown.played.value.whyTable
    for plan in Set(table.rows.compactMap { row in row[0] }.map { "\($0)" }) {
      let steps = table.rows.filter { "\($0[0])" == plan }
      let start = try #require(steps.first?[5].number)
      let end = try #require(steps.last?[5].number)
      let parts = steps.dropFirst().dropLast().compactMap { $0[3].number }
      #expect(abs(start + parts.reduce(0, +) - end) < 1e-6)
    }
  }

  @Test func namesAreOnlyNames() async throws {
    let takeaway = takeaway(try await hostile())
    let book = try Workbook(try #require(takeaway.workbook).bytes)
    for sheet in book.sheets {
      let text = try book.text(of: sheet)
      #expect(!String(decoding: Array(text.pieces.joined()), as: UTF8.self).isEmpty)
      // Of formulas of somebody else's there is none, so none is without a result.
      #expect(text.notes.allSatisfy { !$0.contains("formula") })
    }
    #expect(try rows(book, "Dots").contains { $0.hasPrefix("=cmd|' /C calc'!A0,") })
    // What is rendered; in code a name is a text, which viewers escape.
    let parsed = try JSONSerialization.jsonObject(
      with: Data(takeaway.notebook(takeaway.tables.map(\.csv)).bytes))
    let cells = (parsed as? [String: Any])?["cells"] as? [[String: Any]] ?? []
    var rendered = cells.filter { $0["cell_type"] as? String == "markdown" }
      .compactMap { $0["source"] as? String }
    for cell in cells {
      let outputs = cell["outputs"] as? [[String: Any]] ?? []
      rendered += outputs.compactMap { ($0["data"] as? [String: Any])?["image/svg+xml"] as? String }
    }
    #expect(rendered.count > 8)
    for text in rendered { #expect(!text.contains("<script") && !text.contains("<img")) }
  }

  @Test func theNotebookIsOneAndDrawsFromTheFiles() async throws {
    let takeaway = takeaway(try await hostile())
    let bytes = takeaway.notebook(takeaway.tables.map(\.csv)).bytes
    let parsed = try JSONSerialization.jsonObject(with: Data(bytes))
    let notebook = try #require(parsed as? [String: Any])
    #expect(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5)
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    let ids = cells.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == cells.count)
    let outputs = cells.compactMap { ($0["outputs"] as? [[String: Any]])?.first }
    #expect(outputs.count >= 3)
    for output in outputs {
      let data = try #require(output["data"] as? [String: Any])
      #expect(
        Set(data.keys) == ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"])
      let drawn = try #require(data["application/vnd.vegalite.v5+json"] as? [String: Any])
      let values = (drawn["data"] as? [String: Any])?["values"] as? [[String: Any]]
      #expect((values ?? []).count > 0)
    }
    let files = Set(takeaway.tables.map(\.file))
    for source in cells.compactMap({ $0["source"] as? String }) where source.contains("read_csv") {
      #expect(files.contains { source.contains("\"\($0)\"") })
    }
  }

  @Test func theSameResultGivesTheSameBytes() async throws {
    let result = try await SmallTown.played.value
    #expect(takeaway(result).files == takeaway(result).files)
  }
}
