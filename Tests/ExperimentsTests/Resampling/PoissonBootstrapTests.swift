import Statistics
import Testing

@testable import Experiments

@Suite struct PoissonBootstrapTests {
  let metrics = ["spend", "visits"]

  /// The same weights, word by word and in double precision; sums of floats are right to 10⁻⁵ of a
  /// standard error.
  @Test func resamplesAreThoseOfTheirWeightsWrittenOut() throws {
    let table = SimulatedExperiment.table(units: 700, arms: 3)
    let fast = try ResampledMeans.poissonBootstrap(
      table, metrics: metrics, resamples: 70, seed: 9, hasErrors: true)
    let grid = Draws(seed: 9, replication: 0).grid(Purpose("experiment.bootstrap"))
    var weights = Matrix(rows: 70, columns: table.units)
    for resample in 0..<70 {
      for unit in 0..<table.units {
        let word = grid.word(row: UInt32(unit), column: resample)
        weights[resample, unit] = Double(
          PoissonWeights().weights(SIMD8(repeating: word), turn: 0)[0])
      }
    }
    let slow = try ResampledMeans(table, metrics: metrics, weights: weights)
    #expect(fast.sizes == slow.sizes)
    let errors = try #require(fast.squaredErrors)
    for place in 0..<6 {
      let scale = errors.observed[place].squareRoot()
      #expect(abs(fast.observed[place] - slow.observed[place]) < 1e-12)
      for resample in 0..<70 {
        #expect(abs(fast.means[resample, place] - slow.means[resample, place]) < 1e-5 * scale)
      }
    }
    // A resample's squared error from its definition.
    var (sum, size) = (0.0, 0.0)
    for unit in 0..<table.units where table.arm.codes[unit] == 1 {
      let deviation = table.values[unit, 0] - slow.means[7, 2]
      sum += weights[7, unit] * deviation * deviation
      size += weights[7, unit]
    }
    #expect(agrees(errors.resamples[7, 2], sum / (size - 1) / size, relative: 1e-5))
  }

  @Test func aDrawDependsOnSeedAndPositionAlone() throws {
    let table = SimulatedExperiment.table(units: 400)
    let many = try ResampledMeans.poissonBootstrap(
      table, metrics: metrics, resamples: 600, seed: 2)
    let few = try ResampledMeans.poissonBootstrap(table, metrics: metrics, resamples: 40, seed: 2)
    for resample in 0..<40 { #expect(many.sizes[resample, 0] == few.sizes[resample, 0]) }
    let other = try ResampledMeans.poissonBootstrap(table, metrics: metrics, resamples: 40, seed: 3)
    #expect(other.sizes != few.sizes)
  }

  /// With 300 resamples a standard error scatters by 4.1 %; fails by chance once in 15,000.
  @Test func standardErrorsAreThoseOfMeansAtAnyLevel() throws {
    let table = SimulatedExperiment.table(units: 800, effect: 0.2, level: 1e8)
    let result = try ResampledMeans.poissonBootstrap(
      table, metrics: metrics, resamples: 300, seed: 4, hasErrors: true)
    let moments = SimulatedExperiment.moments(table, 0)
    let errors = moments.compactMap(\.standardError)
    let welch = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    let difference = try result.difference(of: 0, arm: 1)
    #expect(agrees(difference.estimate, moments[1].mean - moments[0].mean, relative: 1e-6))
    #expect(agrees(difference.standardError, welch, relative: 4 / 600.0.squareRoot()))
    #expect(agrees(try #require(difference.standardErrors).estimate, welch, relative: 1e-6))
    // All three intervals are about the estimate and nearly as wide as each other.
    let normal = difference.normalInterval()
    let studentised = try difference.studentisedInterval()
    for interval in [difference.percentileInterval(), studentised] {
      #expect(interval.contains(difference.estimate))
      #expect(agrees(interval.width, normal.width, relative: 0.25))
    }
  }

  /// The delta method's standard errors; fails by chance once in 15,000.
  @Test func liftsAndRatiosScatterAsTheDeltaMethodSays() throws {
    let table = SimulatedExperiment.table(units: 800, effect: 0.2, level: 2)
    let result = try ResampledMeans.poissonBootstrap(
      table, metrics: metrics, resamples: 300, seed: 4, hasErrors: true)
    let lift = try result.lift(of: 0, arm: 1)
    let error = try #require(lift.standardErrors).estimate
    #expect(agrees(lift.standardError, error, relative: 4 / 600.0.squareRoot()))
    var sample = CoMoments(variables: 2)
    for unit in 0..<table.units where table.arm.codes[unit] == 1 {
      sample.add([table.values[unit, 0], table.values[unit, 1]])
    }
    let delta = try #require(RatioOfMeans(sample, numerator: 0, denominator: 1))
    let ratio = try result.ratio(of: 0, to: 1, arm: 1)
    #expect(agrees(ratio.estimate, try #require(delta.estimate), relative: 1e-12))
    #expect(
      agrees(
        ratio.standardError, try #require(delta.standardError), relative: 4 / 600.0.squareRoot()))
    #expect(ratio.standardErrors == nil)
    #expect(throws: NotEstimable.self) { try ratio.studentisedInterval() }
  }

  @Test func whatCannotBeResampledIsSaid() throws {
    let table = SimulatedExperiment.table(units: 20)
    #expect(throws: NotEstimable("there is no column “clicks”")) {
      try ResampledMeans.poissonBootstrap(table, metrics: ["clicks"], seed: 1)
    }
    var values = table.values
    values[3, 0] = .nan
    let hole = UnitTable(columns: table.columns, values: values, arm: table.arm)
    #expect(throws: NotEstimable.self) {
      try ResampledMeans.poissonBootstrap(hole, metrics: ["spend"], seed: 1)
    }
    let alone = UnitTable(
      columns: ["y"], values: Matrix(rows: 3, columns: 1, elements: [1, 2, 3]),
      arm: Labels(names: ["A", "B"], codes: [0, 0, 1]))
    #expect(throws: NotEstimable.self) {
      try ResampledMeans.poissonBootstrap(alone, metrics: ["y"], seed: 1)
    }
    // Arms of two are missed by some of a thousand resamples.
    let tiny = UnitTable(
      columns: ["y"], values: Matrix(rows: 4, columns: 1, elements: [1, 2, 3, 5]),
      arm: Labels(names: ["A", "B"], codes: [0, 0, 1, 1]))
    let result = try ResampledMeans.poissonBootstrap(tiny, metrics: ["y"], seed: 1)
    #expect(throws: NotEstimable.self) { try result.difference(of: 0, arm: 1) }
  }
}
