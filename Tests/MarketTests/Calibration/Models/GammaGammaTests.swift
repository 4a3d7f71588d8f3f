import Testing

@testable import Market

struct GammaGammaTests {
  let cdnow = GammaGamma(p: 6.249_572, q: 3.744_225, gamma: 15.443_521)

  /// model.md, oracle 3: pγ/(q − 1) = 35.22 at the printed parameters.
  @Test func meanBasket() throws {
    let mean = try #require(GammaGamma(p: 6.25, q: 3.74, gamma: 15.44).meanBasket)
    #expect(abs(mean - 35.22) < 0.005)
    #expect(GammaGamma(p: 2, q: 1, gamma: 3).meanBasket == nil)
  }

  /// lifetimes 0.11.3, `conditional_expected_average_profit`; without purchases it is the mean of all.
  @Test(arguments: [(1, 30.0, 31.577_605), (4, 50, 48.533_088), (0, 0, 35.170_371)])
  func expectedBasket(x: Int, mean: Double, expected: Double) throws {
    let basket = try #require(cdnow.expectedBasket(repeats: x, meanBasket: mean))
    #expect(abs(basket - expected) < 1e-5)
  }

  @Test func anInfiniteBasketIsNone() {
    #expect(GammaGamma(p: 0.1, q: 0.5, gamma: 3).expectedBasket(repeats: 2, meanBasket: 9) == nil)
  }
}
