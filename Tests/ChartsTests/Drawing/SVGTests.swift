import Foundation
import Testing

@testable import Charts

struct SVGTests {
  /// Names are names: nothing in them is markup, a control, or a turn of direction.
  @Test func textIsNeverMarkup() {
    #expect("<img onerror=x>&\"'".markup == "&lt;img onerror=x&gt;&amp;&quot;&#39;")
    #expect("a\u{0}\u{1B}[31m\u{7F}b".markup == "a\u{FFFD}\u{FFFD}[31m\u{FFFD}b")
    #expect("a\u{202E}b\u{2066}c".markup == "a\u{FFFD}b\u{FFFD}c")
    #expect("客户 👩‍👩‍👧 שלום\n\t".markup == "客户 👩‍👩‍👧 שלום\n\t")
  }

  @Test func numbersAreShortAndFinite() {
    var drawing = SVG(width: 100, height: 20)
    drawing.line(0.04, 1.25, -3.05, .infinity, "grid")
    let text = drawing.element(title: "t", description: "d")
    #expect(text.contains("x1=\"0\" y1=\"1.3\" x2=\"-3.1\" y2=\"1000000\""))
  }

  @Test func aFileIsWellFormed() throws {
    var drawing = SVG(width: 10, height: 10)
    drawing.text("a & b < c", x: 1, y: 1, "label", .end)
    drawing.path([(0, 0), (1, 1)], isClosed: true, "band")
    let file = drawing.file(title: "\"x\"", description: "it's")
    #expect(file.hasPrefix("<svg viewBox=\"0 0 10 10\""))
    let parser = XMLDocumentCheck(file)
    #expect(parser.isWellFormed)
  }
}

/// Whether tags of a text are opened and closed in order, and attributes quoted.
struct XMLDocumentCheck {
  let isWellFormed: Bool

  init(_ text: String) {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") || tag.hasSuffix("/") || tag.hasPrefix("meta") { continue }
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else {
          isWellFormed = false
          return
        }
      } else {
        open.append(name)
      }
      guard tag.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
        isWellFormed = false
        return
      }
    }
    isWellFormed = open.isEmpty
  }
}
