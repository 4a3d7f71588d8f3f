public import Experiments
internal import Statistics

/// Whether an arm differs from the control in any of several means: Hotelling's T².
public struct JointTest: Sendable, Equatable {
  public let arm: String
  public let metrics: [String]
  /// Units of the two arms that have all of them.
  public let units: Int
  /// nil where it is not estimable.
  public let test: HotellingT2?
  public let reason: String?
}

/// All means together, arm by arm, from the cells of the one pass.
struct JointTesting {
  private let plan: AnalysisPlan
  private let names: [String]

  init(_ plan: AnalysisPlan, names: [String]) {
    self.plan = plan
    self.names = names
  }

  /// None where there are fewer than two means, which are then tested by themselves.
  func run(_ moments: [MetricMoments?], _ table: UnitTable) -> [JointTest] {
    let places = plan.metrics.indices.filter { plan.metrics[$0].isMean }
    guard places.count > 1 else { return [] }
    let metrics = places.map { plan.metrics[$0].name }
    let cells = MetricComparison.result { () throws(NotEstimable) in
      if plan.cluster != nil {
        throw NotEstimable("it takes units to be independent, which those of a cluster are not")
      }
      if plan.sequential != nil {
        throw NotEstimable("it holds for one look alone, not at every look of a sequential rule")
      }
      return try arms(places, moments, table)
    }
    return names.indices.dropFirst().map { arm in
      var units = 0
      let test = MetricComparison.result { () throws(NotEstimable) in
        let cells = try cells.get()
        guard arm < cells.count, cells[arm].count > 0 else {
          throw NotEstimable("the arm has no units")
        }
        units = cells[0].count + cells[arm].count
        return try HotellingT2(control: cells[0], treatment: cells[arm])
      }
      switch test {
      case .success(let test):
        return JointTest(
          arm: names[arm], metrics: metrics, units: units, test: test, reason: nil)
      case .failure(let problem):
        return JointTest(
          arm: names[arm], metrics: metrics, units: units, test: nil, reason: problem.reason)
      }
    }
  }

  /// Each arm's moments of the means; of units that have all of them.
  private func arms(
    _ places: [Int], _ moments: [MetricMoments?], _ table: UnitTable
  ) throws(NotEstimable) -> [CoMoments] {
    if plan.metricsTogether(places, in: table).count == 1, let shared = moments[places[0]] {
      let outcomes = places.compactMap { moments[$0]?.outcome }
      var arms: [CoMoments] = []
      for arm in shared.byArm { arms.append(try Outcome.moments(of: outcomes, in: arm)) }
      return arms
    }
    let columns = places.flatMap { plan.metrics[$0].positions(in: table) }
    return try CellMoments(table, outcomes: columns, covariates: [], by: []).byArm
  }
}
