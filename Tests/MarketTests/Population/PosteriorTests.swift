import Foundation
import Statistics
import Testing

@testable import Market

/// Today's customers under Pareto/NBD at the parameters fitted to CDNOW, against numerical integration.
///
/// Figures in weeks by SciPy 1.17.1: `quad` over τ, quantiles by `brentq`.
struct PosteriorTests {
  struct Known: Sendable {
    let repeats: Int
    let recency: Double
    let age: Double
    let alive: Double
    /// Means of λ and μ over alive and lapsed, and of λ, μ and τ among the lapsed, with τ's deviation.
    let rate: Double
    let lapse: Double
    let lapsedRate: Double
    let lapsedLapse: Double
    let end: Double
    let endDeviation: Double
    /// τ at 5 %, 50 % and 95 %.
    let quantiles: [Double]
  }

  static let known = [
    Known(
      repeats: 2, recency: 30.43, age: 38.86, alive: 0.869_167_559_153_011_1,
      rate: 0.052_380_483_089_293_65, lapse: 0.015_026_660_842_627_83,
      lapsedRate: 0.057_296_868_657_833, lapsedLapse: 0.035_179_624_996_281_13,
      end: 34.107_149_431_257_305, endDeviation: 2.403_494_273_695_511_4,
      quantiles: [30.724_751_189_541_294, 33.846_816_224_092_905, 38.248_386_377_460_31]),
    Known(
      repeats: 0, recency: 0, age: 38.86, alive: 0.295_286_604_616_894_04,
      rate: 0.025_914_638_887_536_24, lapse: 0.064_831_651_732_782_3,
      lapsedRate: 0.032_086_297_094_684_24, lapsedLapse: 0.086_971_876_166_069_27,
      end: 9.864_674_907_208_43, endDeviation: 9.435_695_896_173_43,
      quantiles: [0.419_001_401_090_895_34, 6.574_778_627_246_18, 30.655_864_695_899_275]),
    Known(
      repeats: 10, recency: 20, age: 39, alive: 0.080_434_553_160_704_16,
      rate: 0.308_796_831_815_840_17, lapse: 0.043_932_903_825_427_28,
      lapsedRate: 0.317_188_748_919_190_47, lapsedLapse: 0.046_729_581_549_375_13,
      end: 22.926_484_074_740_58, endDeviation: 3.002_675_890_067_112_4,
      quantiles: [20.140_848_208_738_32, 21.955_029_196_286_866, 29.156_665_893_534_274]),
  ]

  static func posterior(_ known: Known) -> Posterior {
    Posterior(
      customer: TodaysCustomer(
        repeats: known.repeats, recency: known.recency * 7, age: known.age * 7, meanBasket: nil),
      habits: PurchaseHabits(
        shape: 0.553, rate: 10.578 * 7, lapse: .inTime(s: 0.606, beta: 11.669 * 7)))
  }

  @Test(arguments: known) func chancesToBeAlive(known: Known) {
    #expect(abs(Self.posterior(known).alive / known.alive - 1) < 1e-12)
  }

  @Test(arguments: known) func agesAtWhichTheLapsedLeft(known: Known) {
    let integral = LapseIntegral(
      alpha: 10.578, beta: 11.669, count: 0.553 + Double(known.repeats), s: 0.606,
      from: known.recency, to: known.age)
    for (share, expected) in zip([0.05, 0.5, 0.95], known.quantiles) {
      #expect(abs(integral.age(atShare: share) - expected) < 1e-9)
    }
  }

  /// Means of 40,000 draws within four standard errors: 15 checks, one in a thousand fails by chance.
  @Test(arguments: known) func drawsHaveTheMeansOfTheirPosterior(known: Known) {
    let posterior = Self.posterior(known)
    let draws = Draws(seed: 4, replication: 0)
    let states = (0..<40_000).map { index in
      posterior.draw(
        draws, Individual(family: 9, index: UInt32(truncatingIfNeeded: index)))
    }
    func check(_ values: [Double], _ expected: Double) {
      let moments = Moments(values)
      let error = ((moments.variance ?? 0) / Double(values.count)).squareRoot()
      #expect(abs(moments.mean - expected) < 4 * error)
    }
    let lapsed = states.filter { !$0.alive }
    check(states.map { $0.alive ? 1 : 0 }, known.alive)
    check(states.map { $0.rate * 7 }, known.rate)
    check(states.map { $0.lapse * 7 }, known.lapse)
    check(lapsed.map { $0.rate * 7 }, known.lapsedRate)
    check(lapsed.map { $0.lapse * 7 }, known.lapsedLapse)
  }

  /// The share up to the age found for it is that share, however uneven the market or long the history.
  @Test(arguments: [
    (1e-6, 1e3, 0.5, 1e-3, 0.0, 400.0), (1e6, 1e-4, 3, 0.01, 0, 400),
    (50, 80, 0.6, 2_000, 300, 301),
    (50, 80, 0.6, 0.01, 0, 1e-9), (4, 4, 80, 1, 5, 1e5), (0.02, 9, 1e-3, 0.3, 0, 4_000),
  ])
  func inversionIsRobust(
    alpha: Double, beta: Double, s: Double, count: Double, from: Double, to: Double
  ) {
    let whole = LapseIntegral(alpha: alpha, beta: beta, count: count, s: s, from: from, to: to)
    var last = from
    for share in [1e-12, 1e-3, 0.2, 0.5, 0.9, 1 - 1e-6] {
      let age = whole.age(atShare: share)
      #expect(age >= last && age <= to)
      last = age
      let part = LapseIntegral(alpha: alpha, beta: beta, count: count, s: s, from: from, to: age)
      let reached = age > from ? exp(part.logValue - whole.logValue) : 0
      #expect(abs(reached - share) < 1e-9)
    }
  }

  /// Nobody who has just ordered has left.
  @Test func whoOrderedTodayIsAlive() {
    let today = TodaysCustomer(repeats: 3, recency: 90, age: 90, meanBasket: nil)
    let habits = PurchaseHabits(shape: 0.5, rate: 70, lapse: .inTime(s: 0.6, beta: 80))
    let posterior = Posterior(customer: today, habits: habits)
    #expect(posterior.alive == 1)
    let draws = Draws(seed: 1, replication: 0)
    #expect((0..<100).allSatisfy { posterior.draw(draws, Individual(family: 1, index: $0)).alive })
  }
}
