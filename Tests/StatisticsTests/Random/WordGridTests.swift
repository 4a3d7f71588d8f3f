import Testing

@testable import Statistics

@Suite struct WordGridTests {
  let draws = Draws(seed: 5, replication: 0)

  @Test func rowsFilledAtOnceHoldTheWordsAskedForSingly() {
    let grid = draws.grid(Purpose("grid"), family: 3)
    var words = [SIMD8<Int16>](repeating: .zero, count: 16)
    grid.fill(&words, row: 4_000_000_000, firstColumn: 64)
    for column in 0..<128 {
      #expect(words[column / 8][column % 8] == grid.word(row: 4_000_000_000, column: 64 + column))
    }
  }

  /// Means of 65,536 words; each fails by chance once in 15,000.
  @Test func wordsAreSpreadEvenlyAndGridsDiffer() {
    let (one, other) = (draws.grid(Purpose("grid")), draws.grid(Purpose("grid"), family: 1))
    var (sum, product) = (0.0, 0.0)
    var words = [SIMD8<Int16>](repeating: .zero, count: 32)
    var others = words
    for row in 0..<256 {
      one.fill(&words, row: UInt32(row), firstColumn: 0)
      other.fill(&others, row: UInt32(row), firstColumn: 0)
      for eight in words.indices {
        for place in 0..<8 {
          let value = (Double(words[eight][place]) + 0.5) / 32_768
          sum += value
          product += value * (Double(others[eight][place]) + 0.5) / 32_768
        }
      }
    }
    #expect(abs(sum / 65_536) < 4 * (1 / 3.0).squareRoot() / 256)
    #expect(abs(product / 65_536) < 4 / 3.0 / 256)
  }
}
