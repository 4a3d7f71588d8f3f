import RealModule
import Statistics
import Testing

@testable import Experiments

@Suite struct WeightRuleTests {
  /// How many of the 65,536 words give each weight.
  private func frequencies(_ rule: some WeightRule, turn: Int = 0) -> [Int] {
    var counts = [Int](repeating: 0, count: 16)
    for start in stride(from: -32_768, to: 32_768, by: 8) {
      var words = SIMD8<Int16>.zero
      for place in 0..<8 { words[place] = Int16(start + place) }
      let weights = rule.weights(words, turn: turn)
      for place in 0..<8 { counts[Int(weights[place])] += 1 }
    }
    return counts
  }

  @Test func poissonWeightsHaveMeanOneAndItsProbabilities() {
    let counts = frequencies(PoissonWeights())
    #expect(counts.enumerated().reduce(0) { $0 + $1.offset * $1.element } == 65_536)
    let squares = counts.enumerated().reduce(0) { $0 + $1.offset * $1.offset * $1.element }
    #expect(abs(Double(squares) / 65_536 - 2) < 1e-4)
    var probability = Double.exp(-1)
    for (weight, count) in counts.prefix(7).enumerated() {
      if weight > 0 { probability /= Double(weight) }
      #expect(abs(Double(count) - 65_536 * probability) <= 1)
    }
  }

  @Test(arguments: [(0.5, 32_768), (0.3, 19_661), (0, 1), (1, 65_535)])
  func coinsGiveTheShareToTheNearestWord(share: Double, count: Int) {
    let rule = CoinWeights(share: share)
    #expect(frequencies(rule)[1] == count)
    #expect(rule.share == Double(count) / 65_536)
    #expect((-32_768...32_767).count { rule.isTreated(Int16($0)) } == count)
  }

  @Test(arguments: 0..<16)
  func everyBitIsAFairCoin(turn: Int) {
    #expect(Array(frequencies(FairCoinWeights(), turn: turn).prefix(2)) == [32_768, 32_768])
  }
}
