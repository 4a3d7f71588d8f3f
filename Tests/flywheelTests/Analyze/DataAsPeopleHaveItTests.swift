import ArgumentParser
import Foundation
import SharedData
import Testing

@testable import flywheel

/// `flywheel analyze` on figures as spreadsheets write them, on counts, and on columns of any name.
final class DataAsPeopleHaveItTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  private func answer(_ text: String, _ arguments: [String]) async throws -> (
    text: String, failure: CommandFailure?
  ) {
    let file = folder.path("data.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return try await AnalyzeCommand.parse(
      [file, "--arm", "arm", "--output", folder.path("out")] + arguments
    ).outcome()
  }

  /// All but what is said of rows and files.
  private func figures(_ text: String) -> String {
    text.components(separatedBy: "\nRows\n").first ?? ""
  }

  private func rows(_ cell: (Int) -> String, _ separator: String = ",") -> String {
    "arm\(separator)value\n"
      + (0..<200).map { "\($0 % 2 == 0 ? "A" : "B")\(separator)\(cell($0))\n" }.joined()
  }

  private func value(_ row: Int) -> Int { (row * 7_919 + row % 2 * 31) % 400_000 }

  @Test func figuresInAnyDressAreTheSame() async throws {
    func decimal(_ row: Int, _ mark: String) -> String {
      "\(value(row) / 100)\(mark)\(String(100 + value(row) % 100).dropFirst())"
    }
    let plain = try await answer(rows { decimal($0, ".") }, ["--metric", "value"])
    #expect(plain.failure == nil)
    for text in [
      rows({ decimal($0, ",") }, ";"), rows { "\"\(decimal($0, ",")) €\"" },
      rows { "$\(decimal($0, "."))" }, rows({ "\(decimal($0, "."))元" }, "\t"),
    ] {
      let dressed = try await answer(text, ["--metric", "value"])
      #expect(dressed.failure == nil)
      #expect(figures(dressed.text) == figures(plain.text))
      #expect(dressed.text.contains("is read as"))
    }
  }

  @Test func wordsAndPercentages() async throws {
    let plain = try await answer(
      rows { $0 % 3 == 0 ? "1" : "0" }, ["--metric", "value:proportion"])
    for (yes, no) in [("True", "False"), ("yes", "no"), ("是", "否"), ("Y", "N"), ("100%", "0%")] {
      let words = try await answer(
        rows { $0 % 3 == 0 ? yes : no }, ["--metric", "value:proportion"])
      #expect(words.failure == nil)
      #expect(figures(words.text) == figures(plain.text))
    }
  }

  @Test func daysAsSpreadsheetsWriteThem() async throws {
    func data(_ day: (Int) -> String) -> String {
      "arm,day,value\n"
        + (0..<240).map { "\($0 % 2 == 0 ? "A" : "B"),\(day($0 / 24 + 1)),\(value($0))\n" }.joined()
    }
    let iso = try await answer(
      data { "2026-03-\($0 + 10)" }, ["--metric", "value", "--day", "day"])
    #expect(iso.failure == nil)
    for day in [
      { "\($0 + 10)/03/2026" }, { "\($0 + 10).3.2026" }, { "2026年3月\($0 + 10)日" },
      { "2026-03-\($0 + 10) 9:0\($0 % 10)" }, { "3/\($0 + 10)/2026 9:05 AM" },
    ] as [(Int) -> String] {
      let dressed = try await answer(data(day), ["--metric", "value", "--day", "day"])
      #expect(dressed.failure == nil)
      #expect(figures(dressed.text) == figures(iso.text))
    }
    let open = try await answer(
      data { "0\($0 % 9 + 1)/04/2026" }, ["--metric", "value", "--day", "day"])
    #expect(open.failure?.message.contains("--date-format") == true)
    let said = try await answer(
      data { "0\($0 % 9 + 1)/04/2026" },
      ["--metric", "value", "--day", "day", "--date-format", "d/m/y"])
    #expect(said.failure == nil)
  }

  /// 420 of 10,000 against 489 of 10,050 are what as many rows of 0 and 1 are.
  @Test func countsAreUnits() async throws {
    let counts = "arm,users,conversions\nA,10000,420\nB,10050,489\n"
    let read = try await answer(counts, ["--metric", "conversions/users"])
    #expect(read.failure == nil)
    #expect(read.text.contains("Each row is taken as counts of a group: conversions/users."))
    let units =
      "arm,c\n"
      + [("A", 10_000, 420), ("B", 10_050, 489)].map { arm, users, ones in
        (0..<users).map { "\(arm),\($0 < ones ? 1 : 0)\n" }.joined()
      }.joined()
    let each = try await answer(units, ["--metric", "c:proportion"])
    // Tables are as wide as the names in them.
    func bare(_ text: String) -> String {
      figures(text).replacing("conversions/users", with: "c").filter {
        !$0.isWhitespace && $0 != "─"
      }
    }
    #expect(bare(read.text) == bare(each.text))
  }

  /// Count, sum and sum of squares hold all that Welch's test asks for.
  @Test func sumsOfSquaresAreMeans() async throws {
    let values = (0..<300).map {
      (arm: $0 % 2 == 0 ? "A" : "B", value: ($0 * 37 + $0 % 2 * 5) % 101)
    }
    let units = "arm,v\n" + values.map { "\($0.arm),\($0.value)\n" }.joined()
    let cells =
      "arm,n,sum,squares\n"
      + ["A", "B"].map { arm in
        let own = values.filter { $0.arm == arm }.map(\.value)
        return "\(arm),\(own.count),\(own.reduce(0, +)),\(own.reduce(0) { $0 + $1 * $1 })\n"
      }.joined()
    let each = try await answer(units, ["--metric", "v"])
    let read = try await answer(cells, ["--metric", "sum/n", "--squares", "squares"])
    #expect(read.failure == nil && each.failure == nil)
    func sentence(_ text: String) -> String {
      text.components(separatedBy: "\n\n")[0].split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
    }
    #expect(sentence(read.text).replacing("sum/n", with: "v") == sentence(each.text))
    let wrong = try await answer(cells, ["--metric", "sum/n", "--counts"])
    #expect(wrong.failure?.message.contains("--squares") == true)
  }

  @Test func columnsOfAnyName() async throws {
    let text =
      "arm,Cost / conv.,\"a, b\"\n"
      + (0..<40).map { "\($0 % 2 == 0 ? "A" : "B"),\($0 % 7),\($0 % 5)\n" }.joined()
    for metric in ["\"Cost / conv.\"", "\"Cost / conv.\":ratio", "\"Cost / conv.\":mean"] {
      let read = try await answer(text, ["--metric", metric, "--covariate", "\"a, b\""])
      #expect(read.failure == nil)
      #expect(read.text.contains("Cost / conv."))
    }
    let ratio = try await answer(text, ["--metric", "\"Cost / conv.\"/\"a, b\""])
    #expect(ratio.text.contains("Cost / conv./a, b"))
  }

  /// Rows that are lost are in the first sentence, and refused where they are many.
  @Test func lossIsLoud() async throws {
    func data(_ lost: Int) -> String {
      "arm,v\n"
        + (0..<200).map { "\($0 < lost ? "" : $0 % 2 == 0 ? "A" : "B"),\($0 % 7)\n" }.joined()
    }
    let few = try await answer(data(4), ["--metric", "v"])
    #expect(few.text.hasPrefix("2.0% of the rows (4 of 200) could not be used: 4 with no arm"))
    let many = try await answer(data(20), ["--metric", "v"])
    #expect(many.failure?.message.contains("10.0% of the rows (20 of 200) cannot be used") == true)
    #expect(try await answer(data(20), ["--metric", "v", "--allow-loss"]).failure == nil)
  }

  /// Spaces nobody sees are no part of an arm's name, and a control is known in several languages.
  @Test func armsAsTheyAreMeant() async throws {
    for (control, other) in [("对照组", "实验组"), ("Kontrolle", "A_neu"), ("control", "a")] {
      let rows = (0..<80).map { row in
        let space = ["", "\u{A0}", " ", "\u{3000}"][row / 2 % 4]
        return "\(row % 2 == 0 ? control : other)\(space),\(row % 7)\n"
      }
      let read = try await answer("arm\u{A0},v\n" + rows.joined(), ["--metric", "v"])
      #expect(read.failure == nil)
      #expect(read.text.contains("between “\(other)” and “\(control)”"))
    }
  }

  /// A last row of totals belongs to no arm, whatever stands in its other cells.
  @Test func sumsOfOtherRowsAreNoUnits() async throws {
    let rows = (0..<100).map { "u\($0),\($0 % 2 == 0 ? "A" : "B"),\($0 % 7)\n" }.joined()
    let plain = try await answer("user,arm,v\n" + rows, ["--metric", "v"])
    for word in ["Total", "  Total", " Summe: "] {
      let read = try await answer("user,arm,v\n" + rows + "\(word),B,297\n", ["--metric", "v"])
      #expect(figures(read.text) == figures(plain.text))
      #expect(read.text.contains("1 with a sum of other rows"))
    }
  }

  /// Four of B's hundred rows have no store, and their figures are not like the others'.
  @Test func lossOfOneArmIsSaid() async throws {
    let rows = (0..<200).map { row in
      let isLost = row % 2 == 1 && row < 8
      return
        "\(row % 2 == 0 ? "A" : "B"),\(isLost ? "" : "s\(row % 40)"),\(isLost ? 500 : row % 7)\n"
    }
    let read = try await answer(
      "arm,store,v\n" + rows.joined(), ["--metric", "v", "--cluster", "store"])
    let first = read.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(first.contains("Lost are 4.0% of the rows of “B” and 0.0% of “A”."))
    #expect(
      first.contains("“v” averages 500.0 in the 4 lost rows that have it and 2.985 in those kept."))
  }

  @Test(
    .enabled(
      if: SharedData.expects(SharedData.folder.appendingPathComponent("cases/files/agg.csv"))))
  func sharedCases() async throws {
    func failure(_ name: String, _ metric: String) async throws -> String? {
      let file = SharedData.folder.appendingPathComponent("cases/files/\(name).csv").path
      return try await AnalyzeCommand.parse(
        [file, "--arm", "arm", "--metric", metric, "--output", folder.path("out")]
      ).outcome().failure?.message
    }
    for metric in ["conv:proportion", "yn:proportion", "pct", "usd"] {
      #expect(try await failure("bool", metric) == nil)
    }
    #expect(try await failure("agg", "conversions/users") == nil)
    #expect(try await failure("hdr", "\"Cost / conv.\":ratio") == nil)
    #expect(try await failure("semi_th", "rev")?.contains("6036") == true)
  }
}
