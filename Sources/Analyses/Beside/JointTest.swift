public import Experiments
import Statistics

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

extension JointTest {
  /// All means together, arm by arm, from the cells of the one pass.
  ///
  /// None where there are fewer than two means, which are then tested by themselves.
  static func all(_ experiment: Experiment) -> [JointTest] {
    let plan = experiment.plan
    let places = plan.metrics.indices.filter { plan.metrics[$0].isMean }
    guard places.count > 1 else { return [] }
    let cells = MetricComparison.result { () throws(NotEstimable) in
      if plan.cluster != nil {
        throw NotEstimable("it takes units to be independent, which those of a cluster are not")
      }
      if experiment.isWithinDays {
        throw NotEstimable("it takes all days together, and arms' shares change from day to day")
      }
      if plan.sequential != nil {
        throw NotEstimable("it holds for one look alone, not at every look of a sequential rule")
      }
      return try arms(places, experiment)
    }
    return experiment.names.indices.dropFirst().map { arm in
      var units = 0
      let test = MetricComparison.result { () throws(NotEstimable) in
        let cells = try cells.get()
        guard arm < cells.count, cells[arm].count > 0 else {
          throw NotEstimable("the arm has no units")
        }
        units = cells[0].count + cells[arm].count
        return try HotellingT2(control: cells[0], treatment: cells[arm])
      }
      return JointTest(
        experiment.names[arm], metrics: places.map { plan.metrics[$0].name }, units: units, test)
    }
  }

  private init(
    _ arm: String, metrics: [String], units: Int, _ found: Result<HotellingT2, NotEstimable>
  ) {
    self.arm = arm
    self.metrics = metrics
    self.units = units
    switch found {
    case .success(let found): (test, reason) = (found, nil)
    case .failure(let problem): (test, reason) = (nil, problem.reason)
    }
  }

  /// Each arm's moments of the means; of units that have all of them.
  private static func arms(
    _ places: [Int], _ experiment: Experiment
  ) throws(NotEstimable) -> [CoMoments] {
    let (plan, table, moments) = (experiment.plan, experiment.table, experiment.moments)
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
