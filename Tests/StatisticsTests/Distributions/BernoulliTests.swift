import Statistics
import Testing

@Suite struct BernoulliTests {
  private let draws = Draws(seed: 8, replication: 1)

  @Test func moments() throws {
    let decision = try Bernoulli(probability: 0.25)
    #expect(decision.mean == 0.25 && decision.variance == 0.1875)
  }

  @Test func aLargerProbabilityIsMetBySupersets() throws {
    let less = try Bernoulli(probability: 0.3)
    let more = try Bernoulli(probability: 0.45)
    var (both, moreOnly) = (0, 0)
    for index in 0..<1000 as Range<UInt32> {
      var first = draws.stream(Individual(family: 0, index: index), Purpose("offer"))
      var second = first
      let (a, b) = (less.sample(&first), more.sample(&second))
      #expect(!a || b)
      both += a ? 1 : 0
      moreOnly += b && !a ? 1 : 0
    }
    #expect(both > 0 && moreOnly > 0)
  }

  @Test func certaintiesAreCertain() throws {
    var stream = draws.stream(Individual(family: 0, index: 0), Purpose("sure"))
    for _ in 0..<1000 {
      #expect(try Bernoulli(probability: 1).sample(&stream))
      #expect(try !Bernoulli(probability: 0).sample(&stream))
    }
  }

  @Test func refusesWhatIsNoProbability() {
    for bad in [-0.1, 1.1, .nan] {
      #expect(throws: ParameterProblem.self) { try Bernoulli(probability: bad) }
    }
  }
}
