import Testing

@testable import Reports

struct DecimalsTests {
  @Test(arguments: [
    (12.345, 2, "12.35"), (-12.345, 1, "-12.3"), (0.004, 2, "0.00"), (-0.004, 2, "0.00"),
    (7, 0, "7"), (0.05, 3, "0.050"), (1e6, 2, "1000000.00"),
  ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(Decimals.fixed(value, decimals) == text)
  }

  /// Past the whole numbers of 64 bits the shortest exact text still reads back as the number.
  @Test func hugeNumbersStayNumbers() {
    #expect(Double(Decimals.fixed(1e22, 2)) == 1e22)
    #expect(Double(Decimals.money(-1e22, decimals: 2)) == -1e20)
  }

  @Test(arguments: [(2.5, "2.5"), (2.0, "2"), (100, "100"), (1.0 / 3, "0.3333"), (-0.00001, "0")])
  func trimmed(value: Double, text: String) {
    #expect(Decimals.trimmed(value, 4) == text)
  }

  @Test(arguments: [
    (1_230.0, 2, 0, "12.30"), (1_230, 0, 0, "1230"), (-5, 2, 0, "-0.05"),
    (1_234.567, 2, 2, "12.3457"),
    (1, 3, 0, "0.001"), (-0.4, 2, 0, "0.00"),
  ])
  func money(minor: Double, decimals: Int, further: Int, text: String) {
    #expect(Decimals.money(minor, decimals: decimals, further: further) == text)
  }
}
