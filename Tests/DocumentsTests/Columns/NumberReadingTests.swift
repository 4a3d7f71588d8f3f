import Foundation
import Statistics
import Testing

@testable import Documents

struct NumberReadingTests {
  private func reading(_ text: String) -> NumberReading {
    let bytes = Array(text.utf8)
    return NumberReading(bytes.span)
  }

  /// As a cell of a table, where short cells are read eight bytes at once.
  private func cells(_ texts: [String]) throws -> [NumberReading] {
    var reader = CSVReader()
    reader.feed(Array((["x,y"] + texts.map { "\($0),0" }).joined(separator: "\n").utf8))
    reader.finish()
    var readings: [NumberReading] = []
    while try reader.next() { readings.append(reader.number(0)) }
    return Array(readings.dropFirst())
  }

  @Test(arguments: [
    "", "  ", "NA", "na", "N/A", "NaN", "nan", "null", "NULL", "None", " NA ", "-", ".",
  ])
  func noValueIsMissing(text: String) throws {
    #expect(reading(text) == .missing)
    #expect(try cells([text]) == [.missing])
  }

  @Test(arguments: [
    "x", "+", "-.", "1.2.3", "1,5", "--1", "1-", "0x1p3", "inf", "-inf", "Infinity",
    "1e", "1e+", "e5", "1e400", "1_000", "12 3", "1.5€", "nano", "0.0.0.0", "1:30", "/",
    "12345678x",
  ])
  func textIsNoNumber(text: String) throws {
    #expect(reading(text) == .unreadable)
    #expect(try cells(["\"\(text)\""]) == [.unreadable])
  }

  @Test(arguments: [
    "0", "-0", "5.", ".5", "-.5", "+7", "007", "1e3", "1E-3", "2.5e+2", " 12.50 ", "12345678",
    "123456789", "1234567.", "0.000001", "9007199254740993", "1e23",
    "123456789012345678901234567890",
    "4.9e-324", "2.2250738585072014e-308", "1.7976931348623157e308",
    "0.1000000000000000055511151231",
    "-99999999", "-9999999", "8.5e-1",
  ])
  func theNearestDoubleIsRead(text: String) throws {
    let nearest = try #require(Double(text.trimmingCharacters(in: .whitespaces)))
    #expect(reading(text) == .number(nearest))
    #expect(try cells([text]) == [.number(nearest)])
  }

  /// Doubles of every size, written with as many digits as bring them back, and short decimals of every
  /// length.
  @Test func everyDoubleComesBackBitByBit() throws {
    let draws = Draws(seed: 20_260_301, replication: 0)
    var texts: [String] = []
    for index in 0..<20_000 {
      var draws = draws.stream(
        Individual(family: 0, index: UInt32(index)), Purpose("number reading"))
      let any = Double(bitPattern: draws.next())
      if any.isFinite { texts += ["\(any)", String(format: "%.17g", any)] }
      let fraction = draws.next()
      let places = Int(fraction & 7)
      texts.append(
        String(format: "%.\(places)f", Double(fraction >> 40) / 4096 * (places > 3 ? -1 : 1)))
    }
    for (text, reading) in zip(texts, try cells(texts)) {
      guard case .number(let number) = reading, let nearest = Double(text) else {
        Issue.record("\(text) is \(reading)")
        continue
      }
      #expect(number.bitPattern == nearest.bitPattern, "\(text)")
    }
  }

  @Test func aRowOfNumbersStopsAtTheFirstThatIsNone() throws {
    var reader = CSVReader()
    reader.feed(Array("1,,x,4".utf8))
    reader.finish()
    #expect(try reader.next())
    var values: [Double] = []
    #expect(reader.appendNumbers([3, 0], [.plain, .plain], to: &values) == nil)
    #expect(values == [4, 1])
    #expect(reader.appendNumbers([1, 2, 0], [.plain, .plain, .plain], to: &values) == 1)
    #expect(values.count == 3 && values[2].isNaN)
  }
}
