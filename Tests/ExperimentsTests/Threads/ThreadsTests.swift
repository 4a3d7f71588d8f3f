import Statistics
import Testing

@testable import Experiments

/// What several threads compute is what one computes, to the last bit.
struct ThreadsTests {
  private let metrics = ["spend", "visits"]

  @Test(arguments: [1, 2, 5])
  func bootstraps(threads: Int) async throws {
    let table = SimulatedExperiment.table(units: 300, arms: 3)
    let poisson = try ResampledMeans.poissonBootstrap(
      table, metrics: metrics, resamples: 1_100, seed: 4, hasErrors: true)
    let same = try await ResampledMeans.poissonBootstrap(
      table, metrics: metrics, resamples: 1_100, seed: 4, hasErrors: true, threads: threads)
    #expect(same.means == poisson.means && same.sizes == poisson.sizes)
    #expect(same.squaredErrors?.resamples == poisson.squaredErrors?.resamples)
    let buckets = try ResampledMeans.bucketBootstrap(
      table, metrics: metrics, resamples: 64, buckets: 50, seed: 4)
    let alike = try await ResampledMeans.bucketBootstrap(
      table, metrics: metrics, resamples: 64, buckets: 50, seed: 4, threads: threads)
    #expect(alike.means == buckets.means && alike.observed == buckets.observed)
  }

  @Test(arguments: [0.5, 0.3])
  func rehearsals(share: Double) async throws {
    let table = SimulatedExperiment.table(units: 100)
    let outcomes = try PotentialOutcomes(
      metrics: metrics, control: table.values, treated: table.values)
    let alone = Rehearsals(outcomes, share: share, rehearsals: 1_200, seed: 2)
    let together = await Rehearsals.played(
      outcomes, share: share, rehearsals: 1_200, seed: 2, threads: 3)
    #expect(together.differences == alone.differences && together.treated == alone.treated)
  }

  /// More units than are passed over as one part; a covariate is missing in the last part only.
  @Test func cells() async throws {
    let units = 140_000
    let draws = Draws(seed: 5, replication: 0)
    var stream = draws.stream(Individual(family: 0, index: 0), Purpose("test.cells"))
    let values = (0..<(2 * units)).map { place in
      place % 2 == 1 && place > 270_000 && place % 7 == 0 ? .nan : stream.uniform()
    }
    let table = UnitTable(
      columns: ["spend", "before"], values: Matrix(rows: units, columns: 2, elements: values),
      arm: Labels(names: ["A", "B"], codes: (0..<units).map { Int32($0 % 2) }))
    let alone = try CellMoments(table, outcomes: [0], covariates: [1])
    let together = try await CellMoments.collected(
      table, outcomes: [0], covariates: [1], threads: 2)
    #expect(together == alone)
    #expect(alone.variables.names == ["spend", "before", "before missing"])
    // Against one plain pass over the outcomes.
    var moments = Moments()
    for unit in stride(from: 0, to: units, by: 2) { moments.add(values[2 * unit]) }
    let arm = alone.byArm[0].moments(of: 0)
    #expect(agrees(arm.mean, moments.mean, relative: 1e-12))
    #expect(agrees(try #require(arm.variance), try #require(moments.variance), relative: 1e-11))
  }
}
