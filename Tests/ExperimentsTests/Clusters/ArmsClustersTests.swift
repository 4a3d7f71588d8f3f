@testable import Analyses
import Statistics
import Testing

@testable import Experiments

/// Of whole clusters an arm's own number decides, however many the others have.
@Suite struct ArmsClustersTests {
  /// Of clusters of one unit CR3 about the mean is HC3: residuals over 1 − 1/n.
  @Test func fewClustersInOneArm() async throws {
    let draws = Draws(seed: 21, replication: 0)
    let values = (0..<66).map { unit in
      var stream = draws.stream(
        Individual(family: 0, index: UInt32(unit)), Purpose("test.clusters"))
      return Normal.standard.sample(&stream)
    }
    let arms = (0..<66).map { $0 < 60 ? 0 : 1 }
    let result = try await WrittenExperiment.result(
      ["x"], [("x", values)], arm: arms, cluster: Array(0..<66)
    ) { $0.cluster = "cluster" }
    let effect = try #require(result.effects.first)
    #expect(effect.method == "difference of means, CR3")
    let parts = [(0, 60), (60, 66)].map { from, to in
      let moments = Moments(values[from..<to])
      let count = Double(moments.count)
      return (variance: (moments.variance ?? .nan) / (count - 1), degreesOfFreedom: count - 1)
    }
    let squared = parts[0].variance + parts[1].variance
    let freedom =
      squared * squared
      / parts.reduce(0) { $0 + $1.variance * $1.variance / $1.degreesOfFreedom }
    #expect(agrees(effect.effect.degreesOfFreedom, freedom, relative: 1e-9))
    #expect(effect.effect.degreesOfFreedom < 10)
  }

  @Test func clustersThatSpanArmsAreCountedTogether() {
    let clusters = ArmsClusters(
      Labels(names: ["a", "b", "c"], codes: [0, 1, 2, 0]),
      Labels(names: ["A", "B"], codes: [0, 0, 1, 1]))
    #expect(!clusters.areWhole && clusters.counts == [2, 2])
    #expect(clusters.degreesOfFreedom([(0, 1), (1, 1)]) == nil)
  }
}
