import Foundation
import Statistics
import Testing

@testable import Documents

/// A range is the central 90 % interval on the scale of its kind.
@Suite struct RangeLawTests {
  private func law(_ text: String, _ scale: RangeScale) throws -> RangeLaw {
    try RangeLaw(try QuantityRange(text), scale)
  }

  @Test(
    arguments: [
      ("10..25%", RangeScale.share), ("1..400 CNY", .positive), ("-3..2", .any),
      ("0..100% uniform", .share),
    ])
  func endsAreTheFifthAndTheNinetyFifthPercentile(_ text: String, _ scale: RangeScale) throws {
    let law = try law(text, scale)
    let isUniform = law.scale == nil
    // A uniform law has its 5 % point a twentieth of the way from its low end.
    let width = law.high - law.low
    let low = isUniform ? law.low + 0.05 * width : law.low
    let high = isUniform ? law.high - 0.05 * width : law.high
    #expect(abs(law.number(at: -RangeLaw.end) - low) < 1e-12 * max(1, abs(low)))
    #expect(abs(law.number(at: RangeLaw.end) - high) < 1e-12 * max(1, abs(high)))
  }

  @Test func mediansHaveClosedForms() throws {
    #expect(try law("-3..2", .any).median == -0.5)
    #expect(try abs(law("4..9 CNY", .positive).median - 6) < 1e-14)
    #expect(try law("10..30 CNY uniform", .positive).median == 20)
    // Odds of 1/9 and 1/3 have the geometric mean 1/√27.
    let odds = 1 / 27.0.squareRoot()
    #expect(try abs(law("10..25%", .share).median - 100 * odds / (1 + odds)) < 1e-12)
  }

  @Test func aUniformFigureNeverLeavesItsRange() throws {
    let law = try law("0..5% uniform", .share)
    for score in [-40, -9, -1, 0, 1, 9, 40] {
      #expect((0...5).contains(law.number(at: Double(score))))
    }
  }

  @Test(
    arguments: [
      ("0..5%", RangeScale.share), ("95..100%", .share), ("0..30 CNY", .positive),
      ("0..2", .positive),
    ])
  func endsThatAreNeverReachedAreUniform(_ text: String, _ scale: RangeScale) throws {
    let error = #expect(throws: Mismatch.self) { try law(text, scale) }
    #expect(error?.repairs == [text + " uniform"])
    #expect(throws: Never.self) { try law(text + " uniform", scale) }
    #expect(throws: Never.self) { try law(text, .any) }
  }
}
