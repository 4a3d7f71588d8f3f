import Testing

@testable import Documents

struct FormulaGuardTests {
  private func cell(_ cell: CSVWriter.Cell) -> String {
    var writer = CSVWriter(header: ["a"])
    _ = writer.drain()
    writer.append([cell])
    return String(decoding: writer.bytes.dropLast(2), as: UTF8.self)
  }

  @Test(arguments: [
    "=x", "+x", "-x", "@x", "＝x", "＋x", "－x", "＠x", " =x", "\u{20}\u{20}＠x", "'=x", "''＋x", "+1",
    "-1",
  ])
  func formulasGetAnApostrophe(text: String) {
    #expect(cell(.text(text)) == "'" + text)
  }

  @Test(arguments: ["x", "'x", "x=1", " x", "1-2", "'", "''", "", "“=”", "−1"])
  func otherTextStays(text: String) { #expect(cell(.text(text)) == text) }

  /// Telephone numbers and numbers with a sign are no formulas.
  @Test(arguments: [
    ("+8613812345678", "+8613812345678"), ("-1", "-1"), ("+49 30 901820", "+49 30 901820"),
    ("=x", "'=x"), ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"), ("-x", "'-x"), ("+", "'+"),
    ("-2-3", "'-2-3"), ("＠me", "'＠me"),
  ])
  func identifiersStayWhatTheyAre(text: String, written: String) {
    #expect(cell(.identifier(text)) == written)
  }

  @Test(arguments: [
    "+8613812345678", "-1", "=x", "'x", "'=x", "''=x", "'''=x", "＠me", "'＠me", "'", "''", "' =x",
    "'+1", "'-x", "\tx", "'\tx", " =x", "'\u{1F}", "O'Brien", "x", "", "+", "'+", "e\u{301}",
    "=\u{301}",
  ])
  func everyTextComesBack(text: String) throws {
    for cell in [CSVWriter.Cell.text(text), .identifier(text)] {
      var writer = CSVWriter(header: ["a", "b"])
      writer.append([cell, .empty])
      var reader = CSVReader()
      reader.feed(writer.bytes)
      reader.finish()
      #expect(try reader.next())
      #expect(try reader.next())
      #expect(FormulaGuard.withoutGuard(reader.text(0)) == text)
    }
  }
}
