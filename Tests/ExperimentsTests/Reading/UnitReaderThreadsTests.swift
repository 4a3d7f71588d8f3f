@testable import Analyses
import Statistics
import Testing

@testable import Experiments

/// Reading in parts, in pieces and row by row gives the same units, counts and refusals.
struct UnitReaderThreadsTests {
  private struct Outcome: Equatable {
    var values: [UInt64] = []
    var arms = Labels(names: [], codes: [])
    var groups: [UnitTable.Role: Labels] = [:]
    var counts = UnitCounts()
    var problem: UnitProblem?
  }

  private let columns = UnitColumns(
    arm: "arm",
    numbers: [
      .init(name: "revenue", option: "--metric"),
      .init(name: "bought", option: "--metric", isShare: true),
    ], groups: [.cluster: "household", .stratum: "region"])

  private func outcome(
    _ text: String, _ columns: UnitColumns, pieces: Int = .max, threads: Int = 1
  ) async -> Outcome {
    var outcome = Outcome()
    var reader = UnitReader(columns)
    do throws(UnitProblem) {
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        try await reader.feed(rest.prefix(pieces), threads: threads)
        rest = rest.dropFirst(pieces)
      }
      let table = try reader.finish()
      outcome.values = table.values.elements.map { $0.isNaN ? 0 : $0.bitPattern }
      outcome.arms = table.arm
      outcome.groups = table.groups
    } catch {
      outcome.problem = error
    }
    outcome.counts = reader.counts
    return outcome
  }

  /// Rows of all sorts: quoted, with line ends inside quotes, blank, too short, without arm or household.
  private func rows(_ count: Int, faults: Bool = false, unit: Bool = false) -> [[String]] {
    let draws = Draws(seed: 7, replication: 0)
    return (0..<count).map { row in
      var generator = draws.stream(
        Individual(family: 0, index: UInt32(row)), Purpose("test.rows"))
      func pick(_ choices: [String]) -> String {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
      }
      var fields = [
        pick(["A", "B", "C", "A", "B", "C", " B ", "NA", ""]),
        pick((0..<400).map { "house \($0)" } + ["", "null"]),
        pick(["north", "south", "a region with a longer name", "", "NA"]),
        pick(["1", "-2.50", "0.125", "123456789.123", "", "nan", " 7 ", "1e3"]),
        pick(["0", "1", "1.0", ""]), pick(["", "a note", "one, two", "a\nb,c\n", "say \"so\""]),
      ]
      if unit { fields.append("user \(faults && row % 997 == 996 ? row - 300 : row)") }
      if faults, row % 1_009 == 1_008 { fields[3] = "much" }
      if faults, row % 1_013 == 1_012 { fields[4] = "2" }
      if row % 211 == 210 { fields.removeLast() }
      return fields
    }
  }

  private func text(
    _ rows: [[String]], unit: Bool = false, quotingAll: Bool = false, lineEnd: String = "\n"
  ) -> String {
    let header =
      ["arm", "household", "region", "revenue", "bought", "note"] + (unit ? ["user"] : [])
    return ([header] + rows).map { fields in
      fields.map { field in
        let needsQuotes = field.contains { ",\"\n".contains($0) }
        guard quotingAll || needsQuotes else { return field }
        return "\""
          + field.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }.joined(separator: ",") + lineEnd
    }.joined()
  }

  @Test func threadsAndPiecesChangeNothing() async {
    for (faults, unit) in [(false, false), (false, true), (true, false), (true, true)] {
      var columns = columns
      if unit { columns.unit = "user" }
      let text = text(rows(4_000, faults: faults, unit: unit), unit: unit)
      let whole = await outcome(text, columns)
      #expect((whole.problem != nil) == faults)
      #expect(faults || whole.arms.codes.count > 2_500)
      for (pieces, threads) in [
        (Int.max, 2), (4_999, 1), (Int.max, 7), (1 << 14, 2), (4_999, 3), (1_009, 2),
      ] {
        let parts = await outcome(text, columns, pieces: pieces, threads: threads)
        #expect(parts == whole, "pieces \(pieces), threads \(threads)")
      }
    }
  }

  /// Quotes inside a field keep its row from being read in one go; what is read must not know.
  @Test func plainRowsAreReadAsOthersAre() async {
    let rows = rows(3_000).filter { $0.count == 6 }
      .map { $0.map { $0.replacing("\n", with: " ").replacing("\"", with: "'") } }
    let noted = rows.map { Array($0.dropLast()) + ["say \"so\""] }
    let careful = await outcome(text(noted), columns)
    #expect(careful.problem == nil && careful.values.count > 2_000)
    for end in ["\n", "\r\n"] {
      #expect(await outcome(text(rows, lineEnd: end), columns) == careful)
      #expect(await outcome(text(rows, quotingAll: true, lineEnd: end), columns) == careful)
    }
  }
}
