import RealModule
import Statistics
import Testing

/// Kolmogorov–Smirnov tests of every path through the continuous samplers, five per distribution.
@Suite(.releaseOnly) struct ContinuousSamplerTests {
  private let unit = GoodnessOfFit.Continuous(
    lower: { $0 }, upper: { 1 - $0 }, thousandths: (1e-3, 1 - 1e-3))

  @Test func uniform() {
    GoodnessOfFit.expectContinuous("uniform", unit) { $0.uniform() }
  }

  /// A long stream instead of one draw from each of many.
  @Test func successiveUniforms() {
    var long = Draws(seed: 3, replication: 1)
      .stream(Individual(family: 1, index: 1), Purpose("long"))
    GoodnessOfFit.expectContinuous("long", unit, draws: 8_000) { _ in long.uniform() }
  }

  @Test func normal() throws {
    let law = try Normal(mean: 0, standardDeviation: 1)
    GoodnessOfFit.expectContinuous("normal", law.tested, draws: 20_000_000) { $0.normal() }
  }

  @Test func normalTailBeyondTheZiggurat() {
    let start = 3.6541528853610088
    let share = 2 * Double.normalCDF(-start)
    let values = GoodnessOfFit.draws(20_000_000, for: "normal") { $0.normal() }
      .filter { $0.magnitude > start }
    let expected = Binomial(uncheckedTrials: 20_000_000, probability: share)
    #expect(expected.cdf(values.count) > GoodnessOfFit.falseAlarmRate / 2)
    #expect(expected.upperTail(values.count - 1) > GoodnessOfFit.falseAlarmRate / 2)
    let shape = KolmogorovSmirnov(values.map { -$0.magnitude }) { 2 * .normalCDF($0) / share }
    #expect(shape.pValue > GoodnessOfFit.falseAlarmRate)
    let signs = Binomial(uncheckedTrials: values.count, probability: 0.5)
    let positive = values.count { $0 > 0 }
    #expect(signs.cdf(positive) > GoodnessOfFit.falseAlarmRate / 2)
    #expect(signs.upperTail(positive - 1) > GoodnessOfFit.falseAlarmRate / 2)
  }

  @Test func exponential() throws {
    let law = try Exponential(rate: 1)
    GoodnessOfFit.expectContinuous("exponential", law.tested, draws: 20_000_000) {
      $0.exponential()
    }
  }

  /// Beyond 7.697, where the ziggurat starts again: 4.5e-4 of the draws.
  @Test func exponentialTailBeyondTheZiggurat() {
    let start = 7.6971174701310497
    let values = GoodnessOfFit.draws(20_000_000, for: "exponential") { $0.exponential() }
      .filter { $0 > start }
    let expected = Binomial(uncheckedTrials: 20_000_000, probability: .exp(-start))
    #expect(expected.cdf(values.count) > GoodnessOfFit.falseAlarmRate / 2)
    #expect(expected.upperTail(values.count - 1) > GoodnessOfFit.falseAlarmRate / 2)
    let shape = KolmogorovSmirnov(values) { -.expMinusOne(start - $0) }
    #expect(shape.pValue > GoodnessOfFit.falseAlarmRate)
  }

  // Below 0.02 the smallest positive double is no longer far out in the lower tail.
  @Test(arguments: [0.02, 0.243, 0.9, 1, 1.0001, 3.74, 6.25, 200, 1e5])
  func gamma(shape: Double) throws {
    let law = try Gamma(shape: shape, rate: 15.44)
    GoodnessOfFit.expectContinuous("gamma \(shape)", law.tested, sample: law.sample)
  }

  // A shape at 1 below 0.4 would put the doubles next to 1 into the tail tested.
  @Test(
    arguments: [
      (0.793, 2.426), (2.426, 0.793), (0.4, 0.7), (1, 1), (0.05, 0.4), (0.05, 3), (1.7, 1.2),
      (30, 500),
    ] as [(Double, Double)])
  func beta(a: Double, b: Double) throws {
    let law = try Beta(a: a, b: b)
    GoodnessOfFit.expectContinuous("beta \(a) \(b)", law.tested, sample: law.sample)
  }

  @Test func scaledDistributions() throws {
    let exponential = try Exponential(rate: 0.35)
    GoodnessOfFit.expectContinuous(
      "Exponential", exponential.tested, sample: exponential.sample)
    let normal = try Normal(mean: -3, standardDeviation: 2.5)
    GoodnessOfFit.expectContinuous("Normal", normal.tested, sample: normal.sample)
    let logNormal = try LogNormal(logMean: 1.2, logStandardDeviation: 0.7)
    GoodnessOfFit.expectContinuous("LogNormal", logNormal.tested, sample: logNormal.sample)
  }
}
