public import Experiments
import Market
import Statistics

/// Single people of rehearsed experiments, as columns for the room of experiments.
///
/// Metrics are those after the experiment's days; money is in minor units, before the offers' fixed costs.
public struct RehearsedPeople: Sendable {
  private let design: RehearsalDesign
  private let market: ArmMarket

  public init(_ design: RehearsalDesign) {
    self.design = design
    market = ArmMarket(
      design.scenario, design.arms,
      observations: RehearsalDesign.metrics.map { Observation($0, after: design.days) })
  }

  /// One experiment's data as its analyst would have them: a row a person, a column a metric.
  public func units(replication: Int, salt: UInt64) -> UnitTable {
    let people = market.people(
      replication: replication, .split(Allotment(shares: design.shares, salt: salt)))
    return UnitTable(
      columns: RehearsalDesign.metrics.map(\.rawValue), values: matrix(people),
      arm: Labels(names: design.arms.arms.map(\.name), codes: people.arms.map { Int32($0) }))
  }

  /// What everybody does under the control and under an arm, in markets all of either.
  ///
  /// - Throws: `NotEstimable` where there are hardly any people.
  public func potentialOutcomes(replication: Int, arm: Int) throws(NotEstimable)
    -> PotentialOutcomes
  {
    try PotentialOutcomes(
      metrics: RehearsalDesign.metrics.map(\.rawValue),
      control: matrix(market.people(replication: replication, .everybody(0))),
      treated: matrix(market.people(replication: replication, .everybody(arm))))
  }

  private func matrix(_ people: PeopleOutcome) -> Matrix {
    var values = Matrix(rows: people.arms.count, columns: people.values.count)
    for (column, ofPeople) in people.values.enumerated() {
      for (row, value) in ofPeople.enumerated() { values[row, column] = value }
    }
    return values
  }
}
