import Experiments
import Statistics

/// Permutation tests beside the effects of means and shares, of the values as they are.
struct PermutationTests {
  /// By metric, then by arm beside the control.
  private(set) var pValues: [[Double?]]
  private(set) var cautions: [Caution] = []

  init(_ experiment: Experiment, _ comparisons: [MetricComparison]) async {
    let (plan, names) = (experiment.plan, experiment.names)
    pValues = plan.metrics.map { _ in names.dropFirst().map { _ in nil } }
    guard let rearrangements = plan.resampling.permutations else { return }
    let means = plan.metrics.indices.filter { plan.metrics[$0].isMean }
    for places in plan.metricsTogether(means, in: experiment.table) {
      let units = CompleteUnits(
        places.map { plan.metrics[$0] }, experiment.table, arms: names.count)
      for arm in names.indices.dropFirst() {
        let found = await Self.tests(places, units, arm, rearrangements, experiment)
        for (place, test) in zip(places, found)
        where comparisons[place].estimates[arm - 1] != nil {
          switch test {
          case .success(let test): pValues[place][arm - 1] = test.pValue()
          case .failure(let problem):
            cautions.append(
              .noPermutationTest(
                metric: plan.metrics[place].name, arm: names[arm], reason: problem.reason))
          }
        }
      }
    }
  }

  /// One for each metric; what cannot be had together is tried one by one.
  private static func tests(
    _ places: [Int], _ units: CompleteUnits, _ arm: Int, _ rearrangements: Int,
    _ experiment: Experiment
  ) async -> [Result<PermutationTest, NotEstimable>] {
    let columns = places.flatMap { experiment.plan.metrics[$0].preparedColumns }
    func run(_ columns: [String]) async -> Result<[PermutationTest], NotEstimable> {
      await MetricComparison.awaited { () async throws(NotEstimable) in
        try await PermutationTest.sampled(
          try units.table(), metrics: columns, arm: try units.number(ofArm: arm),
          rearrangements: rearrangements, seed: experiment.plan.resampling.seedDrawn,
          threads: experiment.threads)
      }
    }
    if case .success(let tests) = await run(columns) { return tests.map { .success($0) } }
    var alone: [Result<PermutationTest, NotEstimable>] = []
    for column in columns { alone.append(await run([column]).map { $0[0] }) }
    return alone
  }
}
