import Statistics
import Testing

@testable import Experiments

@Suite struct BucketBootstrapTests {
  let metrics = ["spend", "visits"]

  /// Of 300 resamples (4.1 %) over 500 buckets in either arm (2.2 % together); fails by chance once in 15,000.
  @Test func standardErrorsAreThoseOfMeans() throws {
    let table = SimulatedExperiment.table(units: 6_000, effect: 0.1, level: 1e6)
    let result = try ResampledMeans.bucketBootstrap(
      table, metrics: metrics, resamples: 300, buckets: 500, seed: 3)
    let moments = SimulatedExperiment.moments(table, 0)
    let errors = moments.compactMap(\.standardError)
    let welch = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    let difference = try result.difference(of: 0, arm: 1)
    #expect(agrees(difference.estimate, moments[1].mean - moments[0].mean, relative: 1e-6))
    #expect(agrees(difference.standardError, welch, relative: 0.19))
  }

  /// What a cluster that spans both arms has of its own cancels in their difference, not in their means.
  ///
  /// Of 200 clusters a standard error scatters by 5 %, of exponential values by twice that; fails by
  /// chance once in 15,000.
  @Test func clustersKeepTogetherAcrossArms() throws {
    let table = SimulatedExperiment.table(units: 6_000, clusters: 200)
    let result = try ResampledMeans.bucketBootstrap(
      table, metrics: metrics, resamples: 300, seed: 3)
    // Var of an arm's mean: 1/200 from clusters, 1/3,000 from units; of the difference: 2/3,000, and as
    // much again as clusters are unequally split: 30 units a cluster, half of them in either arm.
    let mean = Moments((0..<result.resamples).map { result.means[$0, 0] })
    #expect(agrees(try #require(mean.standardDeviation), (0.00533).squareRoot(), relative: 0.4))
    let difference = try result.difference(of: 0, arm: 1)
    #expect(agrees(difference.standardError, (0.00133).squareRoot(), relative: 0.4))
  }

  @Test func manyClustersShareBucketsWhole() throws {
    let table = SimulatedExperiment.table(units: 6_000, clusters: 200)
    let result = try ResampledMeans.bucketBootstrap(
      table, metrics: metrics, resamples: 300, buckets: 100, seed: 3)
    let mean = Moments((0..<result.resamples).map { result.means[$0, 0] })
    // As above, with half as many buckets.
    #expect(agrees(try #require(mean.standardDeviation), (0.00533).squareRoot(), relative: 0.5))
  }

  @Test func aSingleClusterCannotBeResampled() {
    let table = SimulatedExperiment.table(units: 50, clusters: 1)
    #expect(throws: NotEstimable.self) {
      try ResampledMeans.bucketBootstrap(table, metrics: metrics, seed: 1)
    }
  }
}
