import Testing

@testable import Documents

@Suite struct DocumentTests {
  @Test func keepsPlacesAndPaths() throws {
    let root = try #require(Document("a: 1\nb:\n  - c: [x, y]\n").root)
    let item = try #require(root["b"])
    guard case .list(let items) = item.content, let list = items[0]["c"] else {
      Issue.record("not a list")
      return
    }
    #expect(list.path == "b[0].c")
    #expect(list.place == Place(line: 3, column: 8))
    guard case .list(let letters) = list.content else {
      Issue.record("not a list")
      return
    }
    #expect(letters[1].path == "b[0].c[1]")
    #expect(letters[1].place == Place(line: 3, column: 12))
  }

  @Test func aKeyGivenTwiceIsReportedAndTheFirstRead() throws {
    let document = Document("a: 1\nb: {c: 2, 'd e': 3, \"c\": 4}\na: 5\nb: 6\n")
    #expect(document.problems.map(\.path).sorted() == ["a", "b", "b.c"])
    #expect(document.problems.compactMap(\.line).sorted() == [2, 3, 4])
    let root = try #require(document.root)
    #expect(root["a"]?.content == .scalar("1"))
    #expect(root["b"]?["c"]?.content == .scalar("2"))
    #expect(root["b"]?["d e"]?.content == .scalar("3"))
  }

  @Test func aKeyGivenThriceIsReportedTwice() {
    let document = Document("ä: 1\nä: 2\nä: 3\n")
    #expect(document.problems.compactMap(\.line) == [2, 3])
    #expect(document.root?["ä"]?.content == .scalar("1"))
  }

  @Test func aliasesAreFollowedButNotToInfinity() {
    #expect(
      Document("a: &x [1, 2]\nb: *x\n").root?["b"]?.content
        == Document("b: [1, 2]\n").root?["b"]
        .map { element in
          // Their places are those of the anchor.
          guard case .list(let items) = element.content else { return element.content }
          return .list(
            items.enumerated().map { index, item in
              var moved = item
              moved.place = Place(line: 1, column: 8 + 3 * index)
              return moved
            })
        })
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, last) in zip("bcdefghij", "abcdefghi") {
      bomb +=
        "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(Document(bomb).problems.count == 1)
  }

  @Test(arguments: [30, 900, 100_000])
  func deepNestingIsRefused(_ depth: Int) {
    let text =
      "a: " + String(repeating: "[", count: depth)
      + String(repeating: "]", count: depth)
    #expect(Document(text).problems.count == 1)
  }

  @Test(arguments: ["", "# only a comment\n", "a: [1\n", "a: 1\n---\nb: 2\n", "a: *b\n", "\u{1}"])
  func whatIsNoDocumentIsOneProblem(_ text: String) {
    #expect(Document(text).problems.count == 1)
    #expect(Document(text).root == nil)
  }
}
