import Foundation
import ExperimentReports
import Reports
import Takeaways
import Testing

struct TerminalControlsTests {
  @Test func whatATerminalWouldObeyIsShown() {
    #expect(
      "a\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{2069}\r b\n\tc".withControlsEscaped()
        == "a\\u001B[31m\\u007F\\u009B\\u202E\\u2069\\u000D b\n\tc")
    #expect("Zürich 上海 “x” 👩‍👩‍👧".withControlsEscaped() == "Zürich 上海 “x” 👩‍👩‍👧")
  }

  @Test func onlyOurOwnStylesStay() {
    let text = "\u{1B}[1mbold\u{1B}[0m \u{1B}[2J\u{1B}[31m"
    #expect(
      text.withControlsEscaped(exceptStyles: true)
        == "\u{1B}[1mbold\u{1B}[0m \\u001B[2J\\u001B[31m")
    #expect(!text.withControlsEscaped().contains("\u{1B}"))
  }

  /// What is shown of a document is the same document.
  @Test func documentsReadBack() throws {
    let name = "a\u{7F}\u{9B}\u{202E}\u{2066}\u{1B}b"
    let text = String(decoding: try JSONEncoder().encode([name]), as: UTF8.self)
    let shown = text.withControlsEscaped()
    #expect(!shown.unicodeScalars.contains("\u{202E}"))
    #expect(try JSONDecoder().decode([String].self, from: Data(shown.utf8)) == [name])
  }
}
