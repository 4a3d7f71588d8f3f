import Statistics
import Testing

@Suite struct DrawsTests {
  private let draws = Draws(seed: 99, replication: 7)
  private let someone = Individual(family: 3, index: 12)

  private func words(_ count: Int, _ stream: DrawStream) -> [UInt64] {
    var stream = stream
    return (0..<count).map { _ in stream.next() }
  }

  @Test func aStreamIsAFunctionOfItsNameAlone() {
    let purpose = Purpose("purchase.threshold")
    let before = words(5, draws.stream(someone, purpose, index: 4))
    _ = words(1000, draws.stream(Individual(family: 3, index: 13), purpose))
    _ = words(1000, draws.stream(someone, Purpose("basket")))
    #expect(words(5, draws.stream(someone, purpose, index: 4)) == before)
    let again = Draws(seed: 99, replication: 7).stream(
      someone, Purpose("purchase.threshold"), index: 4)
    #expect(words(5, again) == before)
  }

  @Test func everyPartOfTheNameMatters() {
    var seen: Set<UInt64> = []
    var streams = 0
    for seed in [0, 1, 1 << 32, .max] as [UInt64] {
      for replication in 0..<4 {
        let draws = Draws(seed: seed, replication: replication)
        for family in 0..<4 as Range<UInt32> {
          for member in 0..<4 as Range<UInt32> {
            for purpose in ["a", "b", "offer.noise"] {
              for index in [0, 1, 2, 1 << 20 - 1] {
                let who = Individual(family: family, index: member)
                seen.formUnion(words(4, draws.stream(who, Purpose(purpose), index: index)))
                streams += 1
              }
            }
          }
        }
      }
    }
    // 12,288 words of 64 bits collide by chance once in 2 · 10¹¹ tries.
    #expect(seen.count == 4 * streams)
  }

  @Test func aStreamDoesNotRunIntoTheNextRepetition() {
    let purpose = Purpose("message")
    let long = Set(words(8192, draws.stream(someone, purpose, index: 5)))
    #expect(long.count == 8192)
    #expect(long.isDisjoint(with: words(64, draws.stream(someone, purpose, index: 6))))
    #expect(long.isDisjoint(with: words(64, draws.stream(someone, purpose, index: 4))))
  }

  /// Correlations of neighbouring streams over n = 40,000 draws, fixed seed: each |r|·√n is a standard
  /// normal, all five below 4 in all but 3 of 10,000 seeds.
  @Test func neighbouringStreamsAreUncorrelated() {
    let purpose = Purpose("trial")
    func uniform(_ draws: Draws, _ index: Int, _ who: UInt32, _ purpose: Purpose) -> Double {
      var stream = draws.stream(Individual(family: 1, index: who), purpose, index: index)
      return stream.uniform()
    }
    let nextReplication = Draws(seed: 99, replication: 8)
    let nextSeed = Draws(seed: 100, replication: 7)
    let count = 40_000
    var joint = CoMoments(variables: 6)
    for who in 0..<UInt32(count) {
      joint.add([
        uniform(draws, 0, who, purpose), uniform(draws, 0, who + 1, purpose),
        uniform(draws, 1, who, purpose), uniform(draws, 0, who, Purpose("trial2")),
        uniform(nextReplication, 0, who, purpose), uniform(nextSeed, 0, who, purpose),
      ])
    }
    for other in 1..<6 {
      let scale = (joint.sumOfProducts(0, 0) * joint.sumOfProducts(other, other)).squareRoot()
      let correlation = joint.sumOfProducts(0, other) / scale
      #expect(correlation.magnitude * Double(count).squareRoot() < 4)
    }
  }

  @Test func uniformsStayInsideTheirInterval() {
    var stream = draws.stream(someone, Purpose("grid"))
    var copy = stream
    for _ in 0..<10_000 {
      let u = stream.uniform()
      #expect(u > 0 && u < 1 && u == (Double(copy.next() >> 12) + 0.5) / 0x1p52)
    }
    // The same arithmetic on the word that comes nearest to 1.
    #expect((Double(UInt64.max >> 12) + 0.5) / 0x1p52 < 1)
  }
}
