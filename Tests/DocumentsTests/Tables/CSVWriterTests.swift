import Testing

@testable import Documents

struct CSVWriterTests {
  @Test func formulasQuotesAndNumbers() throws {
    var writer = CSVWriter(header: ["customer", "age (weeks)"])
    writer.append([.text("=1+2"), .number(-0.5)])
    writer.append([.text("+49 30"), .whole(-3)])
    writer.append([.text("-x"), .formatted("12.50")])
    writer.append([.text("@me, \"you\""), .empty])
    let expected =
      "customer,age (weeks)\r\n'=1+2,-0.5\r\n'+49 30,-3\r\n'-x,12.50\r\n\"'@me, \"\"you\"\"\",\r\n"
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array(expected.utf8))
  }

  @Test func drainingKeepsEveryByteOnce() {
    var whole = CSVWriter(header: ["a"])
    var inPieces = CSVWriter(header: ["a"])
    var written = inPieces.drain()
    for i in 0..<3 {
      whole.append([.whole(i)])
      inPieces.append([.whole(i)])
      written += inPieces.drain()
    }
    #expect(written == whole.bytes)
  }

  @Test func whatIsWrittenReadsBack() throws {
    var writer = CSVWriter(header: ["a", "b"])
    writer.append([.text("two\nlines"), .text("Zürich; \"Nord\"")])
    var reader = CSVReader()
    reader.feed(writer.bytes)
    reader.finish()
    #expect(try reader.next())
    #expect(reader.text(0) == "a")
    #expect(try reader.next())
    #expect(reader.text(0) == "two\nlines")
    #expect(reader.text(1) == "Zürich; \"Nord\"")
  }
}
