import RealModule
import Statistics
import Testing

@testable import Experiments

@Suite struct RehearsalsTests {
  /// Normal outcomes under A, the same with an effect under B.
  private func outcomes(_ customers: Int, effect: Double, level: Double = 0) throws
    -> PotentialOutcomes
  {
    let draws = Draws(seed: 11, replication: 0)
    let normal = Normal(uncheckedMean: level, standardDeviation: 2)
    var (control, treated): ([Double], [Double]) = ([], [])
    for customer in 0..<customers {
      var stream = draws.stream(
        Individual(family: 0, index: UInt32(customer)), Purpose("test.outcomes"))
      let first = normal.sample(&stream)
      let second = stream.exponential()
      control += [first, second]
      treated += [first + effect, second * (1 + effect)]
    }
    return try PotentialOutcomes(
      metrics: ["spend", "visits"],
      control: Matrix(rows: customers, columns: 2, elements: control),
      treated: Matrix(rows: customers, columns: 2, elements: treated))
  }

  /// A direct loop over customers with the same assignments; floats are right to 10⁻⁵ of a standard error.
  @Test(arguments: [0.5, 0.2])
  func rehearsalsAreThoseOfTheirAssignmentsWrittenOut(share: Double) throws {
    let outcomes = try outcomes(500, effect: 0.3, level: 1e6)
    let rehearsals = Rehearsals(outcomes, share: share, rehearsals: 40, seed: 6)
    let grid = Draws(seed: 6, replication: 0).grid(Purpose("experiment.rehearsal"))
    let coin = CoinWeights(share: share)
    #expect(rehearsals.share == coin.share)
    for rehearsal in 0..<40 {
      var moments = [Moments](repeating: Moments(), count: 4)
      for customer in 0..<500 {
        let row = UInt32(customer)
        // A fair coin takes the bits of the 32 words in turn, all first bits before all second ones.
        let isTreated =
          share == 0.5
          ? grid.word(row: row, column: rehearsal % 32) >> Int16(rehearsal / 32) & 1 == 1
          : coin.isTreated(grid.word(row: row, column: rehearsal))
        for metric in 0..<2 {
          let source = isTreated ? outcomes.treated : outcomes.control
          moments[metric * 2 + (isTreated ? 1 : 0)].add(source[customer, metric])
        }
      }
      #expect(rehearsals.treated[rehearsal] == moments[1].count)
      for metric in 0..<2 {
        let errors = moments[metric * 2..<metric * 2 + 2].compactMap(\.standardError)
        let squares = errors.map { $0 * $0 }
        let error = (squares[0] + squares[1]).squareRoot()
        let difference = moments[metric * 2 + 1].mean - moments[metric * 2].mean
        #expect(abs(rehearsals.differences[rehearsal, metric] - difference) < 1e-5 * error)
        #expect(agrees(rehearsals.standardErrors[rehearsal, metric], error, relative: 1e-5))
        let counts = moments[metric * 2..<metric * 2 + 2].map { Double($0.count - 1) }
        let freedom =
          (squares[0] + squares[1]) * (squares[0] + squares[1])
          / (squares[0] * squares[0] / counts[0] + squares[1] * squares[1] / counts[1])
        #expect(agrees(rehearsals.degreesOfFreedom[rehearsal, metric], freedom, relative: 1e-4))
      }
    }
  }

  /// The power of a two-sided z test, Φ(δ/SE − 1.96) + Φ(−δ/SE − 1.96).
  ///
  /// Everybody gains alike, so that the estimate scatters by exactly SE. Of 1,000 rehearsals, each check
  /// fails by chance once in 15,000.
  @Test func powerIsTheClosedForms() throws {
    let effect = 0.4
    let outcomes = try outcomes(600, effect: effect)
    let rehearsals = Rehearsals(outcomes, rehearsals: 1000, seed: 3)
    let summary = try rehearsals.summary(of: 0, choice: .betterMean)
    let values = (0..<600).map { outcomes.control[$0, 0] }
    let error = (4 * (Moments(values).variance ?? 0) / 600).squareRoot()
    let (z, critical) = (effect / error, 1.959963984540054)
    let power = Double.normalCDF(z - critical) + .normalCDF(-z - critical)
    let wrong = Double.normalCDF(-z)
    func isNear(_ share: Proportion, _ expected: Double) -> Bool {
      abs(share.estimate - expected) < 4 * (expected * (1 - expected) / 1000).squareRoot()
    }
    #expect(agrees(summary.truth, effect, relative: 1e-10))
    #expect(isNear(summary.significant, power))
    #expect(isNear(summary.covered, 0.95))
    #expect(isNear(summary.wrong, wrong))
    #expect(summary.expectedLoss == summary.truth * summary.wrong.estimate)
    #expect(abs(summary.bias) < 4 * summary.biasStandardError)
    #expect(agrees(summary.standardError, error, relative: 0.01))
    #expect(
      agrees(
        try #require(summary.estimates.standardDeviation), error,
        relative: 4 / 2000.0.squareRoot()))
    // Launching only what is significantly better misses a good plan as often as power is wanting.
    let cautious = try rehearsals.summary(of: 0)
    #expect(cautious.wrong.successes == 1000 - cautious.significant.successes)
    // With less being better, keeping A is right unless B looks significantly better by chance.
    let less = try rehearsals.summary(of: 0, moreIsBetter: false)
    #expect(less.wrong.estimate < 0.01)
  }

  /// Between plans that are the same, 5 % are false alarms; fails by chance once in 15,000.
  @Test func plansThatAreTheSameRaiseFalseAlarmsAtTheLevel() throws {
    let summary = try Rehearsals(outcomes(500, effect: 0), share: 0.3, rehearsals: 1000, seed: 3)
      .summary(of: 1)
    #expect(summary.truth == 0)
    #expect(abs(summary.significant.estimate - 0.05) < 4 * (0.0475 / 1000).squareRoot())
    #expect(summary.wrong.successes == 0)
    #expect(summary.expectedLoss == 0)
  }

  /// A truth of its own shows as bias, and intervals hold it as often as a shifted normal does.
  ///
  /// Each check fails by chance once in 15,000.
  @Test func aTruthFromTheWholeMarketShowsInterference() throws {
    let plain = try outcomes(500, effect: 0.5)
    let coupled = try PotentialOutcomes(
      metrics: plain.metrics, control: plain.control, treated: plain.treated, truth: [0.2, 0.2])
    let summary = try Rehearsals(coupled, rehearsals: 500, seed: 3).summary(of: 0)
    #expect(abs(summary.bias - 0.3) < 4 * summary.biasStandardError)
    let shift = 0.3 / summary.standardError
    let held = Double.normalCDF(1.96 - shift) - .normalCDF(-1.96 - shift)
    #expect(abs(summary.covered.estimate - held) < 4 * (held * (1 - held) / 500).squareRoot())
  }

  @Test func whatCannotBeRehearsedIsSaid() throws {
    let same = Matrix(rows: 10, columns: 1, repeating: 3)
    let outcomes = try PotentialOutcomes(metrics: ["y"], control: same, treated: same)
    #expect(throws: NotEstimable.self) {
      try Rehearsals(outcomes, rehearsals: 10, seed: 1).summary(of: 0)
    }
    #expect(throws: NotEstimable.self) {
      try PotentialOutcomes(
        metrics: ["y"], control: Matrix([[1], [2]]), treated: Matrix([[1], [2]]))
    }
  }
}
