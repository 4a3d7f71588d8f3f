import Statistics
import Testing

@Suite struct LatinHypercubeTests {
  private let hypercube = LatinHypercube(seed: 7, purpose: Purpose("test"), size: 16)

  @Test func everyStratumOfABlockHasOnePoint() {
    for axis in ["a", "b"] {
      for block in 0..<50 {
        let points = hypercube.coordinates(along: axis, block: block)
        #expect(points.map { Int($0 * 16) }.sorted() == Array(0..<16))
        #expect(points.allSatisfy { $0 > 0 && $0 < 1 })
      }
    }
  }

  @Test func axesBlocksSeedsAndPurposesDiffer() {
    let points = hypercube.coordinates(along: "a", block: 0)
    #expect(points == hypercube.coordinates(along: "a", block: 0))
    #expect(points != hypercube.coordinates(along: "a", block: 1))
    #expect(points != hypercube.coordinates(along: "b", block: 0))
    for other in [
      LatinHypercube(seed: 8, purpose: Purpose("test"), size: 16),
      LatinHypercube(seed: 7, purpose: Purpose("other"), size: 16),
    ] {
      #expect(points != other.coordinates(along: "a", block: 0))
    }
  }

  /// One point a block, for points of one block are not independent; fails by chance once in a thousand.
  @Test(arguments: [0, 5, 15])
  func pointsAreUniform(_ place: Int) {
    let points = (0..<2_000).map { hypercube.coordinates(along: "a", block: $0)[place] }
    #expect(KolmogorovSmirnov(points) { $0 }.pValue > 0.001)
  }

  /// The means of blocks vary by 1/(12·16³) and not by 1/(12·16): with 2,000 blocks the variance is known
  /// to 3.2 %, and a tenth is three standard errors.
  @Test func meansOfBlocksVaryAsTheTheorySays() {
    let means = (0..<2_000).map { block in
      hypercube.coordinates(along: "a", block: block).reduce(0, +) / 16
    }
    let variance = means.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / Double(means.count)
    #expect(abs(variance * 12 * 4_096 - 1) < 0.1)
  }
}
