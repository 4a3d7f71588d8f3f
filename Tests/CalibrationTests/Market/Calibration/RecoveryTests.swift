import Market
import RealModule
import Statistics
import Testing

/// Fits to simulated customers: estimates lie around the truth as far as their standard errors say.
///
/// Over 200 samples of 2,000 customers z = (ln estimate − ln truth)/standard error has mean 0 and variance
/// 1, but for a bias of the order 1/√2,000. Both are checked at four standard deviations: a false alarm
/// rate of 1e-4 a parameter. Times are in hundredths of a day, so that whole numbers of them blur nothing.
@Suite(.releaseOnly)
struct RecoveryTests {
  static let samples = 200
  static let customers = 2000

  /// One sample's customers, each with draws of its own.
  func sample(
    _ number: Int, _ customer: (inout DrawStream) -> CustomerHistory
  ) -> [CustomerHistory] {
    let draws = Draws(seed: 71, replication: number)
    return (0..<Self.customers).map {
      var stream = draws.stream(Individual(family: 5, index: UInt32($0)), Purpose("recovery"))
      return customer(&stream)
    }
  }

  func check<Model: ParametricModel>(
    truth: Model, _ fit: (Int) -> ModelFit<Model>
  ) throws {
    var sums = [Double](repeating: 0, count: truth.parameters.count)
    var squares = sums
    for number in 0..<Self.samples {
      let fitted = try #require(fit(number).fitted)
      #expect(fitted.isConverged)
      #expect(fitted.boundaries.isEmpty)
      for (i, estimate) in fitted.estimates.enumerated() {
        let error = try #require(estimate.standardError) / estimate.value
        let z = Double.log(estimate.value / truth.parameters[i]) / error
        sums[i] += z
        squares[i] += z * z
      }
    }
    let count = Double(Self.samples)
    for i in sums.indices {
      let name = Model.parameterNames[i]
      #expect((sums[i] / count.squareRoot()).magnitude < 4, "\(name): mean of z")
      // The cube root of χ²/n is nearly normal (Wilson and Hilferty 1931).
      let score =
        (Double.root(squares[i] / count, 3) - (1 - 2 / (9 * count)))
        / (2 / (9 * count)).squareRoot()
      #expect(score.magnitude < 4, "\(name): mean square of z is \(squares[i] / count)")
    }
  }

  /// Ages from half a year to one and a half.
  func age(_ stream: inout DrawStream) -> Double { 18_250 + 36_500 * stream.uniform() }

  /// Customers who may leave after each purchase, or from the second on.
  private func leavers(
    _ number: Int, _ rates: Gamma, _ lapses: Beta, first: Bool
  ) -> [CustomerHistory] {
    sample(number) { stream in
      let age = age(&stream)
      let rate = rates.sample(&stream)
      let lapse = lapses.sample(&stream)
      var (time, repeats, last) = (stream.exponential() / rate, 0, 0)
      if first, stream.uniform() < lapse { time = age }
      while time < age {
        repeats += 1
        last = Int(time.rounded(.up))
        if stream.uniform() < lapse { break }
        time += stream.exponential() / rate
      }
      return CustomerHistory(repeats: repeats, recency: last, age: Int(age.rounded(.up)))
    }
  }

  @Test func bgnbd() throws {
    let truth = BGNBD(r: 0.9, alpha: 2000, a: 0.8, b: 2.5)
    let rates = try Gamma(shape: truth.r, rate: truth.alpha)
    let lapses = try Beta(a: truth.a, b: truth.b)
    try check(truth: truth) {
      BGNBD.fit(HistoryTable(leavers($0, rates, lapses, first: false), unit: .day))
    }
  }

  @Test func mbgnbd() throws {
    let truth = MBGNBD(r: 0.9, alpha: 2000, a: 0.8, b: 2.5)
    let rates = try Gamma(shape: truth.r, rate: truth.alpha)
    let lapses = try Beta(a: truth.a, b: truth.b)
    try check(truth: truth) {
      MBGNBD.fit(HistoryTable(leavers($0, rates, lapses, first: true), unit: .day))
    }
  }

  @Test func paretoNBD() throws {
    let truth = ParetoNBD(r: 0.9, alpha: 1500, s: 0.8, beta: 15_000)
    let rates = try Gamma(shape: truth.r, rate: truth.alpha)
    let ends = try Gamma(shape: truth.s, rate: truth.beta)
    try check(truth: truth) { number in
      let histories = sample(number) { stream in
        let age = age(&stream)
        let rate = rates.sample(&stream)
        let end = min(age, stream.exponential() / ends.sample(&stream))
        var (time, repeats, last) = (stream.exponential() / rate, 0, 0)
        while time < end {
          repeats += 1
          last = Int(time.rounded(.up))
          time += stream.exponential() / rate
        }
        return CustomerHistory(repeats: repeats, recency: last, age: Int(age.rounded(.up)))
      }
      return ParetoNBD.fit(HistoryTable(histories, unit: .day))
    }
  }

  @Test func gammaGamma() throws {
    let truth = GammaGamma(p: 4, q: 5, gamma: 30)
    let scales = try Gamma(shape: truth.q, rate: truth.gamma)
    let baskets = try Gamma(shape: truth.p, rate: 1)
    try check(truth: truth) { number in
      let histories = sample(number) { stream in
        let scale = scales.sample(&stream)
        let repeats = 1 + Int(6 * stream.uniform() * stream.uniform())
        let total = (0..<repeats).reduce(0) { sum, _ in sum + baskets.sample(&stream) / scale }
        return CustomerHistory(
          repeats: repeats, recency: repeats, age: 100,
          repeatSpend: Int64((total * 10_000).rounded()))
      }
      return GammaGamma.fit(histories, scale: 10_000)
    }
  }
}
