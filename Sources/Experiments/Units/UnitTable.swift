public import Statistics

/// An experiment's units in memory: what was measured on each, and the groups each belongs to.
///
/// A unit is what was randomised or observed, one row each: a user, a session, a visit.
public struct UnitTable: Sendable {
  /// Names of the measured columns, such as "revenue".
  public let columns: [String]
  /// Measured values, a row a unit; not a number where nothing was recorded.
  public let values: Matrix
  /// Which arm each unit is in; the first arm is the control.
  public let arm: Labels
  /// Other groups by role, where the data has them.
  public let groups: [Role: Labels]

  /// What a column of groups is for.
  public enum Role: String, Sendable, CaseIterable {
    /// Units that share what happens to them, such as a household or a village.
    case cluster
    /// Groups known before randomisation, weighted by their share of everybody.
    case stratum
    /// The day of a unit's observation, in the order of time.
    case day
    /// Groups in which the effect may differ.
    case segment
  }

  public init(
    columns: [String], values: Matrix, arm: Labels, groups: [Role: Labels] = [:]
  ) {
    precondition(values.columns == columns.count, "a name for each column")
    precondition(arm.codes.count == values.rows, "an arm for each unit")
    precondition(
      groups.values.allSatisfy { $0.codes.count == values.rows }, "a group for each unit")
    self.columns = columns
    self.values = values
    self.arm = arm
    self.groups = groups
  }

  public var units: Int { values.rows }

  /// The position of a measured column.
  public func position(of column: String) -> Int? { columns.firstIndex(of: column) }
}
