import Testing

@testable import Reports
@testable import Takeaways

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
    (1, 3, 0, "0.001"), (-0.4, 2, 0, "0.00"), (-1_250, 2, -2, "-13"),
  ])
  func money(minor: Double, decimals: Int, further: Int, text: String) {
    #expect(Decimals.money(minor, decimals: decimals, further: further) == text)
  }

  /// As `printf` of the C standard rounds: 2.675 is stored as 2.67499…, and 0.125 goes to the even neighbour.
  @Test(arguments: [
    (2.675, 2, "2.67"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.0, 6, "2"), (100.0, 0, "100"),
    (12_345_678_901.234_5, 6, "12345678901.234501"), (1e22, 1, "10000000000000000000000"),
  ])
  func nearest(value: Double, decimals: Int, text: String) {
    #expect(Decimals.nearest(value, decimals) == text)
  }

  @Test(arguments: [
    (4.4137, 4, "4.414"), (0.24259, 4, "0.2426"), (19_172.86, 4, "19173"), (0, 3, "0"),
    (-0.000_123_456, 3, "-0.000123"), (1, 3, "1.00"),
  ])
  func significant(value: Double, digits: Int, text: String) {
    #expect(Decimals.significant(value, digits) == text)
  }
}
