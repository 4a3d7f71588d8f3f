import Statistics
import Testing

@Suite struct KolmogorovSmirnovTests {
  private let spread = [0.02, 0.11, 0.35, 0.36, 0.41, 0.5, 0.77, 0.93, 0.97, 0.985]
  private let bunched = (0..<8).flatMap { _ in [0.4, 0.45, 0.5, 0.52, 0.53, 0.55, 0.56] }

  /// scipy 1.17.1: stats.kstest(x, 'uniform').statistic, and stats.kstwobign.sf at Stephens' scale,
  /// (√n + .12 + .11 / √n)·D.
  @Test func agreesWithScipy() {
    let test = KolmogorovSmirnov(spread.reversed()) { $0 }
    #expect(relativeError(test.distance, 0.23) < 1e-14)
    #expect(relativeError(test.pValue, 0.6054581381075149) < 1e-10)
    let rejected = KolmogorovSmirnov(bunched) { $0 }
    #expect(relativeError(rejected.distance, 0.44) < 1e-14)
    #expect(relativeError(rejected.pValue, 3.483993904673781e-10) < 1e-10)
  }

  /// scipy 1.17.1: stats.kstest(x, 'uniform', method='exact').pvalue; Stephens' scale comes within 3 %.
  @Test func isCloseToTheExactTestInSmallSamples() {
    #expect(relativeError(KolmogorovSmirnov(spread) { $0 }.pValue, 0.5885983746197221) < 0.03)
  }

  @Test func aPerfectFitIsNotRejected() {
    let grid = (0..<100).map { (Double($0) + 0.5) / 100 }
    let test = KolmogorovSmirnov(grid) { $0 }
    #expect(relativeError(test.distance, 0.005) < 1e-12 && test.pValue == 1)
  }
}
