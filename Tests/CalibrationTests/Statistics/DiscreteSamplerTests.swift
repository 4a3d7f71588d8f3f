import Statistics
import Testing

/// χ² tests of every path through the discrete samplers.
@Suite(.releaseOnly) struct DiscreteSamplerTests {
  // 9.99 and 10 are the last mean of the search and the first of the rejection.
  @Test(arguments: [0.05, 0.7, 3, 9.99, 10, 43, 1000, 1e6])
  func poisson(mean: Double) throws {
    let distribution = try Poisson(mean: mean)
    GoodnessOfFit.expectDiscrete(
      "poisson \(mean)", from: distribution.quantile(1e-13),
      to: distribution.quantile(upperTail: 1e-13), probability: distribution.probability,
      sample: distribution.sample)
  }

  @Test(
    arguments: [
      (1, 0.3), (12, 0.3), (12, 0.9), (400, 0.024), (400, 0.026), (400, 0.2), (60, 0.7), (20, 0.5),
      (1_000_000, 0.4), (1_000_000, 2e-6),
    ] as [(Int, Double)])
  func binomial(trials: Int, probability: Double) throws {
    let distribution = try Binomial(trials: trials, probability: probability)
    GoodnessOfFit.expectDiscrete(
      "binomial \(trials) \(probability)", from: distribution.quantile(1e-13),
      to: distribution.quantile(upperTail: 1e-13), probability: distribution.probability,
      sample: distribution.sample)
  }

  @Test(arguments: [1e-4, 0.3, 0.5, 0.999])
  func bernoulli(probability: Double) throws {
    let distribution = try Bernoulli(probability: probability)
    GoodnessOfFit.expectDiscrete(
      "bernoulli \(probability)", from: 0, to: 1,
      probability: { $0 == 1 ? probability : 1 - probability }
    ) { distribution.sample(&$0) ? 1 : 0 }
  }
}
