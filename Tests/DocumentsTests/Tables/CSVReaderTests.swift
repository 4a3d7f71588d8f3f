import Statistics
import Testing

@testable import Documents

struct CSVReaderTests {
  /// All rows, the bytes being fed in pieces of one length.
  func rows(_ text: some Collection<UInt8>, pieces: Int = .max) throws -> [[String]] {
    var reader = CSVReader()
    var rest = Array(text)[...]
    var found: [[String]] = []
    while true {
      reader.feed(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      if rest.isEmpty { reader.finish() }
      while try reader.next() {
        found.append((0..<reader.fieldCount).map { reader.text($0) })
      }
      if rest.isEmpty { return found }
    }
  }

  @Test(arguments: [1, 2, 3, 7, .max])
  func quotesCommasAndLineEndsInsideQuotes(pieces: Int) throws {
    let text = "id,note\r\n1,\"a, b\"\r\n2,\"say \"\"hi\"\"\"\r\n3,\"two\r\nlines\"\r\n4,\r\n"
    #expect(
      try rows(text.utf8, pieces: pieces) == [
        ["id", "note"], ["1", "a, b"], ["2", "say \"hi\""], ["3", "two\r\nlines"], ["4", ""],
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEnd(lineEnd: String) throws {
    let text = ["a,b", "1,2", "", "3,4"].joined(separator: lineEnd)
    #expect(try rows(text.utf8) == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(try rows(text.utf8, pieces: 1) == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test func markAtTheBeginningIsNoPartOfTheFirstName() throws {
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array("id\n7\n".utf8)) == [["id"], ["7"]])
  }

  @Test(arguments: [(";", UInt8(ascii: ";")), ("\t", 0x09), (",", UInt8(ascii: ","))])
  func delimiterOfTheFirstRow(separator: String, code: UInt8) throws {
    var reader = CSVReader()
    reader.feed("a\(separator)\"b,;\"\(separator)c\n1\(separator)2\(separator)3\n".utf8)
    #expect(try reader.next())
    #expect(reader.delimiter == code)
    #expect(reader.fieldCount == 3)
  }

  @Test func oneColumnHasACommaAfterAll() throws {
    var reader = CSVReader()
    reader.feed("id\n7\n".utf8)
    #expect(try reader.next())
    #expect(reader.delimiter == UInt8(ascii: ","))
  }

  @Test func rowsAreNumberedAsInASpreadsheet() throws {
    var reader = CSVReader()
    reader.feed("a,b\n\n1,\"x\ny\"\n2,z\n".utf8)
    reader.finish()
    var numbers: [Int] = []
    while try reader.next() { numbers.append(reader.row) }
    #expect(numbers == [1, 3, 4])
  }

  @Test func quotesOutOfPlaceAreSaid() throws {
    var reader = CSVReader()
    reader.feed("a,b\n\"x\"y,1\nx\"y,2\n3,\"z\" \n".utf8)
    reader.finish()
    var malformed: [Bool] = []
    while try reader.next() { malformed.append(reader.isMalformed) }
    #expect(malformed == [false, true, false, true])
  }

  @Test func digestsTellRowsApart() throws {
    var reader = CSVReader()
    reader.feed("a,b\n1,2\n1,2\n1,3\n12,\n".utf8)
    reader.finish()
    var digests: [UInt64] = []
    while try reader.next() { digests.append(reader.digest) }
    #expect(digests[1] == digests[2])
    #expect(Set(digests).count == 4)
  }

  @Test func latinTextIsReadAsSuch() throws {
    #expect(try rows(Array("n\n".utf8) + [0x5A, 0xFC, 0x80, 0x0A]) == [["n"], ["Zü€"]])
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0x00], "UTF-16 text"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16 text"),
    ([0x61, 0x00, 0x2C, 0x00], "UTF-16 text without a mark, or no text"),
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32 text"), ([0x1F, 0x8B, 0x08, 0x00], "compressed with gzip"),
    ([0x50, 0x4B, 0x03, 0x04], "a workbook or another zip archive"),
  ])
  func otherFilesAreNamed(bytes: [UInt8], kind: String) throws {
    do {
      _ = try rows(bytes)
      Issue.record("nothing was thrown")
    } catch TableProblem.notPlainText(let named, _) {
      #expect(named == kind)
    }
  }

  @Test func anEmptyFileIsNoTable() {
    #expect(throws: TableProblem.empty) { try rows([]) }
  }

  @Test func aQuoteOpenAtTheEndIsSaid() throws {
    #expect(throws: TableProblem.openQuote(row: 3)) { try rows("a,b\n1,2\n3,\"open".utf8) }
  }

  /// Two rows of a hundred begin with a quote for inches: they cannot be read, and all others are.
  @Test(arguments: [1, 7, 64, .max])
  func aStrayQuoteCostsItsOwnRow(pieces: Int) throws {
    for stray in [[30, 91], [30], [100], [30, 31], [1, 50, 99]] {
      let lines = (1...100).map { "\(stray.contains($0) ? "\"5in" : "ok"),\($0)" }
      for end in ["\n", "\r\n"] {
        let text = (["note,user"] + lines).joined(separator: end) + end
        let found = try rows(text.utf8, pieces: pieces)
        #expect(found.count == 101)
        #expect(
          found.dropFirst().filter { $0.count == 2 }.map { $0[1] }
            == (1...100).filter { !stray.contains($0) }.map(String.init))
      }
    }
  }

  @Test func rowsThatSumUpOthersSaySo() throws {
    func areTotals(_ lines: [String]) throws -> [Bool] {
      var reader = CSVReader()
      reader.feed(("a,b\n" + lines.joined(separator: "\n")).utf8)
      reader.finish()
      _ = try reader.next()
      var found: [Bool] = []
      while try reader.next() { found.append(reader.isTotal) }
      return found
    }
    #expect(
      try areTotals(["Total,5", "Summe: ,5", "\"合计\",5", ",Gesamt", " SUBTOTAL ,", "总计,1"])
        == Array(repeating: true, count: 6))
    #expect(
      try areTotals(["Totaler,5", "Sumatra,5", "5,Total", "treatment,1", "合计表,1", "7,合计"])
        == Array(repeating: false, count: 6))
  }

  /// Fed in pieces as a file would be: memory for an endless row must not be asked for.
  @Test func aQuoteLeftOpenEndsTheReading() throws {
    var reader = CSVReader()
    reader.feed("a,b\n1,\"".utf8)
    #expect(try reader.next())
    let piece = [UInt8](repeating: 0x78, count: 1 << 18)
    #expect(throws: TableProblem.endlessRow(row: 2)) {
      for _ in 0..<8 {
        reader.feed(piece)
        while try reader.next() {}
      }
    }
  }

  /// Random bytes of the characters that matter: whatever the pieces, the same rows or the same problem.
  @Test func piecesChangeNothingAndNothingTraps() throws {
    let alphabet = Array("ab,;\"\n\r \t1".utf8) + [0xEF, 0xBB, 0xFC]
    let draws = Draws(seed: 9, replication: 0)
    for number in 0..<400 {
      var stream = draws.stream(Individual(family: 0, index: UInt32(number)), Purpose("bytes"))
      let bytes = (0..<(number % 60)).map { _ in alphabet.randomElement(using: &stream) ?? 0 }
      func outcome(_ pieces: Int) -> Result<[[String]], TableProblem> {
        do {
          return .success(try rows(bytes, pieces: pieces))
        } catch let problem as TableProblem {
          return .failure(problem)
        } catch {
          return .failure(.empty)
        }
      }
      let whole = outcome(.max)
      for pieces in [1, 2, 5] { #expect(outcome(pieces) == whole) }
    }
  }
}
