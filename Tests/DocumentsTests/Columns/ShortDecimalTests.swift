import Foundation
import Testing

@testable import Documents

struct ShortDecimalTests {
  /// Eight bytes from the text's first on; what follows it is any byte.
  private func word(_ text: String, _ rest: UInt8) -> UInt64 {
    (Array(text.utf8) + Array(repeating: rest, count: 8)).prefix(8).enumerated().reduce(0) {
      $0 | UInt64($1.element) << UInt64(8 * $1.offset)
    }
  }

  @Test(arguments: [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "."), 0, 0xFF])
  func commasStandForPoints(rest: UInt8) {
    for text in ["0", "7", "-3", "12,5", "-0,25", "1234,567", "99999999", "0,000001", "-12345,6"] {
      let expected = Double(text.replacing(",", with: "."))
      #expect(ShortDecimal.withComma(word(text, rest), length: text.utf8.count) == expected)
    }
  }

  /// Points group digits here, and two commas are no decimal: both want care.
  @Test(arguments: [
    "1.234", "1.234,5", "1,2,3", ",", "-", "-,", "12a", "1 234", "", "€5", "123456789",
  ])
  func restIsLeftToCare(text: String) {
    #expect(ShortDecimal.withComma(word(text, 0x3B), length: text.utf8.count) == nil)
  }
}
