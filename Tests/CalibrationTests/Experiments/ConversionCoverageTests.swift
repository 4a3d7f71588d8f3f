import Experiments
import Statistics
import Testing

/// Conversion of one in a hundred: counts of about fifty an arm.
@Suite(.releaseOnly) struct ConversionCoverageTests {
  private let units = 5_000

  private func converted(_ draws: Draws, arm: Int, chance: Double) throws -> Proportion {
    var stream = draws.unit(0, arm: arm)
    let count = Binomial(uncheckedTrials: units, probability: chance).sample(&stream)
    return try Proportion(successes: Double(count), trials: Double(units))
  }

  private func pair(_ draws: Draws, _ chance: Double) throws -> ProportionDifference {
    ProportionDifference(
      try converted(draws, arm: 1, chance: chance), from: try converted(draws, arm: 0, chance: 0.01)
    )
  }

  @Test func pooledTest() throws {
    try Repeated.check("pooled z, 1 % conversion, 2 × 5,000, A/A error", nominal: 0.05) { draws in
      try pair(draws, 0.01).pooledTest().pValue() < 0.05
    }
  }

  @Test func intervals() throws {
    try Repeated.check("Newcombe, 1 % against 1.3 %, coverage", nominal: 0.95) { draws in
      try pair(draws, 0.013).newcombeInterval().contains(0.003)
    }
    try Repeated.check("Miettinen–Nurminen, 1 % against 1.3 %, coverage", nominal: 0.95) { draws in
      try pair(draws, 0.013).miettinenNurminenInterval().contains(0.003)
    }
  }

  @Test func welchOnZerosAndOnes() throws {
    func moments(_ proportion: Proportion) -> Moments {
      let n = proportion.trials
      let p = proportion.estimate
      return Moments(
        count: units, mean: p, sumOfSquaredDeviations: n * p * (1 - p))
    }
    try Repeated.check("Welch, 1 % against 1.3 % conversion, coverage", nominal: 0.95) { draws in
      let proportions = try pair(draws, 0.013)
      return try Effect.difference(
        moments(proportions.treatment), from: moments(proportions.control)
      ).interval().contains(0.003)
    }
  }
}
