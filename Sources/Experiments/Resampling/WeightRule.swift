/// How a random word of 16 bits becomes a unit's weight in a resample.
protocol WeightRule: Sendable {
  /// How many resamples a word serves.
  static var setsPerWord: Int { get }

  /// Eight weights, small whole numbers, for the so manieth of the resamples that the words serve.
  func weights(_ words: SIMD8<Int16>, turn: Int) -> SIMD8<Int16>
}

/// How often a unit is drawn into a resample: a Poisson(1) variable, which leaves units independent.
///
/// Hanley and MacGibbon, "Creating non-parametric bootstrap samples using Poisson frequencies", Computer
/// Methods and Programs in Biomedicine 83, 2006. Of 65,536 words, as many give k or more as
/// P(W ≥ k) asks for, rounded so that the mean is exactly 1; the variance is 0.99994, no weight exceeds 7.
struct PoissonWeights: WeightRule {
  static let setsPerWord = 1

  @inline(__always)
  func weights(_ words: SIMD8<Int16>, turn: Int) -> SIMD8<Int16> {
    let one = isBelow(41_427, words)
    let two = isBelow(17_317, words)
    let three = isBelow(5_263, words)
    let four = isBelow(1_244, words)
    let five = isBelow(240, words)
    let six = isBelow(39, words)
    let seven = isBelow(6, words)
    return one &+ two &+ three &+ four &+ five &+ six &+ seven
  }
}

/// Whether a unit gets the treatment: 1 with a probability of a multiple of 2⁻¹⁶, else 0.
struct CoinWeights: WeightRule {
  static let setsPerWord = 1

  private let bound: Int

  /// The nearest probability to the share asked for that is neither 0 nor 1.
  init(share: Double) {
    bound = Int(max(1, min(65_535, (share * 65_536).rounded())))
  }

  package var share: Double { Double(bound) / 65_536 }

  @inline(__always)
  func weights(_ words: SIMD8<Int16>, turn: Int) -> SIMD8<Int16> { isBelow(bound, words) }

  func isTreated(_ word: Int16) -> Bool { Int(word) + 0x8000 < bound }
}

/// Whether a unit gets the treatment where half of them do: one bit is enough.
struct FairCoinWeights: WeightRule {
  static let setsPerWord = 16

  @inline(__always)
  func weights(_ words: SIMD8<Int16>, turn: Int) -> SIMD8<Int16> {
    (words &>> SIMD8<Int16>(repeating: Int16(truncatingIfNeeded: turn)))
      & SIMD8<Int16>(repeating: 1)
  }
}

/// One in each of eight places where a word is among the lowest `count` of the 65,536, else zero.
@inline(__always)
private func isBelow(_ count: Int, _ words: SIMD8<Int16>) -> SIMD8<Int16> {
  let bound = SIMD8<Int16>(repeating: Int16(truncatingIfNeeded: count - 0x8000))
  return SIMD8<Int16>.zero.replacing(with: 1, where: words .< bound)
}
