public import Experiments
import Market
import Statistics

/// Single people of rehearsed experiments, as columns for the room of experiments.
///
/// Metrics are those after the experiment's days of the people in it by then; money is in minor units, before
/// the offers' fixed costs.
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
    let rows = enrolled(people)
    return UnitTable(
      columns: RehearsalDesign.metrics.map(\.rawValue), values: matrix(people, rows),
      arm: Labels(
        names: design.arms.arms.map(\.name), codes: rows.map { Int32(people.arms[$0]) }))
  }

  /// What people do under the control and under an arm, in markets all of either.
  ///
  /// - Throws: `NotEstimable` where there are hardly any people.
  public func potentialOutcomes(replication: Int, arm: Int) throws(NotEstimable)
    -> PotentialOutcomes
  {
    let control = market.people(replication: replication, .everybody(0))
    let treated = market.people(replication: replication, .everybody(arm))
    let rows = enrolled(control)
    return try PotentialOutcomes(
      metrics: RehearsalDesign.metrics.map(\.rawValue), control: matrix(control, rows),
      treated: matrix(treated, rows))
  }

  /// Those in the experiment by its end.
  private func enrolled(_ people: PeopleOutcome) -> [Int] {
    people.enrolled.indices.filter { (people.enrolled[$0] ?? .max) < design.days }
  }

  private func matrix(_ people: PeopleOutcome, _ rows: [Int]) -> Matrix {
    var values = Matrix(rows: rows.count, columns: people.values.count)
    for (column, ofPeople) in people.values.enumerated() {
      for (row, person) in rows.enumerated() { values[row, column] = ofPeople[person] }
    }
    return values
  }
}
