import Experiments
internal import Statistics

/// Permutation tests beside the effects of means and shares, of the values as they are.
struct Permuting {
  private let plan: AnalysisPlan
  private let names: [String]

  init(_ plan: AnalysisPlan, names: [String]) {
    self.plan = plan
    self.names = names
  }

  /// Gives each effect its p-value, or says why it has none.
  func apply(
    to comparisons: inout [MetricComparison], _ table: UnitTable, _ warnings: inout [String],
    threads: Int
  ) async {
    guard let rearrangements = plan.resampling.permutations else { return }
    let means = plan.metrics.indices.filter { plan.metrics[$0].isMean }
    for places in plan.metricsTogether(means, in: table) {
      let units = CompleteUnits(places.map { plan.metrics[$0] }, table, arms: names.count)
      for arm in names.indices.dropFirst() {
        let found = await tests(places, units, arm, rearrangements, threads)
        for (place, test) in zip(places, found) {
          guard var effect = comparisons[place].effects[arm - 1] else { continue }
          switch test {
          case .success(let test): effect.permutationPValue = test.pValue()
          case .failure(let problem):
            warnings.append(
              "\(effect.metric), “\(effect.arm)”: no permutation test: \(problem.reason)")
          }
          comparisons[place].arms[arm - 1] = .success(effect)
        }
      }
    }
  }

  /// One for each metric; what cannot be had together is tried one by one.
  private func tests(
    _ places: [Int], _ units: CompleteUnits, _ arm: Int, _ rearrangements: Int, _ threads: Int
  ) async -> [Result<PermutationTest, NotEstimable>] {
    let columns = places.flatMap { plan.metrics[$0].preparedColumns }
    func run(_ columns: [String]) async -> Result<[PermutationTest], NotEstimable> {
      await MetricComparison.awaited { () async throws(NotEstimable) in
        try await PermutationTest.sampled(
          try units.table(), metrics: columns, arm: try units.number(ofArm: arm),
          rearrangements: rearrangements, seed: plan.resampling.seedDrawn, threads: threads)
      }
    }
    if case .success(let tests) = await run(columns) { return tests.map { .success($0) } }
    var alone: [Result<PermutationTest, NotEstimable>] = []
    for column in columns { alone.append(await run([column]).map { $0[0] }) }
    return alone
  }
}

extension MetricSpecification {
  /// Whether it is a mean over units, as a share is one of zeros and ones.
  var isMean: Bool {
    switch kind {
    case .mean, .proportion, .retention: true
    case .ratio, .quantile: false
    }
  }
}
