import Testing

@testable import Statistics

@Suite struct FloatColumnsTests {
  let columns = FloatColumns(rows: 3, elements: [1, 2, 3, 10, 20, 30])

  @Test func blocksOfWeightsGiveSumsOfTheRowsUsed() {
    let weights: [SIMD8<Float>] = [[1, 0, 2, 0, 0, 0, 0, 1], [1, 1, 0, 0, 0, 0, 0, 3]]
    var result = [Float](repeating: .nan, count: 16)
    columns.multiply(by: weights, rows: 1..<3, into: &result, isFresh: true)
    #expect(result == [5, 3, 4, 0, 0, 0, 0, 11, 50, 30, 40, 0, 0, 0, 0, 110])
    columns.multiply(by: weights, rows: 0..<1, into: &result, isFresh: false)
    #expect(result == [6, 3, 6, 0, 0, 0, 0, 12, 60, 30, 60, 0, 0, 0, 0, 120])
  }

  @Test func sumsOfAColumnStopWhereAsked() {
    #expect(columns.sum(column: 1, rows: 2) == 30)
    #expect(columns[2, 1] == 30)
  }
}
