/// A way the cells of a pass are divided besides by arm.
public struct Grouping: Sendable, Equatable {
  public let role: UnitTable.Role
  /// In the order of the cells.
  public let names: [String]
}
