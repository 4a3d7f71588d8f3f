import Testing

@testable import Documents

/// Files that are small and would become large, or are large and say nothing: refused before anything is
/// built of them.
@Suite struct FloodTests {
  /// Ten to the power of eleven, or what two to the power of thirty comes to, in a kilobyte.
  @Test(arguments: ["[%]", "{? [%] : 1}", "{<<: [%]}", "{k: [%], [%]: 2}", "{? {a: [%]} : [%]}"])
  func aliasesOfAliasesAreCountedNotBuilt(_ shape: String) {
    for (width, depth) in [(2, 30), (10, 12)] {
      var text = "a0: &a0 [x, x]\n"
      for level in 1..<depth {
        let inner = Array(repeating: "*a\(level - 1)", count: width).joined(separator: ", ")
        text += "a\(level): &a\(level) \(shape.replacing("%", with: inner))\n"
      }
      let document = Document(text)
      #expect(!document.problems.isEmpty)
    }
  }

  @Test func anAliasMayStandForAKey() {
    let root = Document("a: &word name\nb: {*word : 1}\n").root
    #expect(root?["b"]?["name"]?.content == .scalar("1"))
  }

  @Test func nothingHoldsItself() {
    #expect(Document("a: &a [*a]\n").problems.first?.reason?.contains("undefined alias") == true)
  }

  @Test func asManyValuesAsThereMayBe() {
    // A key, its list and the items.
    let most = DocumentLimits.mostValues
    func list(_ items: Int) -> Document {
      Document("a:\n" + String(repeating: "- 1\n", count: items))
    }
    #expect(list(most - 3).problems.isEmpty)
    #expect(list(most).problems.map(\.reason) == ["The file is too large."])
  }

  @Test func aFileThatIsTooLargeIsNotRead() {
    let text = "a: " + String(repeating: "#", count: Document.mostBytes)
    #expect(Document(text).problems.count == 1)
    #expect(Document(text).problems[0].reason == "The file is too large: it has more than 1 MB.")
    #expect(throws: ProblemReport.self) { try Document.text(of: Array(text.utf8)) }
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[{a: "])
  func nestingOfAnyKindHasAnEnd(_ opening: String) {
    let document = Document(String(repeating: opening, count: 100_000))
    #expect(document.problems.map(\.reason) == ["The file is nested too deeply."])
  }

  @Test func nestingByIndentationHasAnEnd() {
    let text = (0..<1_300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(Document(text).problems.map(\.reason) == ["The file is nested too deeply."])
  }

  @Test func pathsOfLongKeysDoNotAddUp() {
    let key = String(repeating: "k", count: 9_000)
    let list = String(repeating: "x, ", count: 20_000)
    let text = "p: &p [\(list)]\n" + (0..<50).map { "? \(key)\($0)\n: *p\n" }.joined()
    #expect(Document(text).problems.map(\.reason) == ["The file is too large."])
  }

  @Test func aValueHasAnEnd() {
    let text = "name: \"" + String(repeating: "a\n", count: 20_000)
    #expect(Document(text).root == nil)
    let closed = Document(text + "\"")
    #expect(closed.problems[0].reason == "This key or value is longer than 10000 letters.")
  }

  /// As many problems as keys; each is said, and the first of them stands.
  @Test func keysGivenTwiceByTheThousand() {
    let text = "a: first\n" + (0..<30_000).map { "a: \($0)\n" }.joined()
    let document = Document(text)
    #expect(document.problems.count == 30_000)
    #expect(document.root?["a"]?.content == .scalar("first"))
    let distinct = Document((0..<20_000).map { "k\($0): 1\nk\($0): 2\n" }.joined())
    #expect(distinct.problems.count == 20_000)
    #expect(distinct.root?.entries.count == 20_000)
  }

  @Test func ofManyProblemsTheFirstHundredAreShown() {
    func text(_ count: Int) -> String {
      ProblemReport((0..<count).map { DocumentProblem(line: $0 + 1, column: 1, reason: "r\($0)") })
        .text(file: "a.yaml")
    }
    #expect(text(100).hasSuffix("line 100, column 1\n  r99\n"))
    #expect(text(101).hasSuffix("  r99\n\nand 1 more problem\n"))
    #expect(text(5_012).hasPrefix("a.yaml: 5012 errors\n"))
    #expect(text(5_012).hasSuffix("  r99\n\nand 4,912 more problems\n"))
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")])
  func countsHaveCommas(_ count: Int, _ text: String) {
    #expect(grouped(count) == text)
  }
}
