public import Experiments
public import Documents

/// Which columns of a file an analysis reads, and as what.
public struct UnitColumns: Sendable, Equatable {
  /// A column of numbers.
  public struct Number: Sendable, Equatable {
    public var name: String
    /// What asked for it, as messages should say, such as `--metric`.
    public var option: String
    /// Only 0 and 1 are allowed in it.
    public var isShare = false

    public init(name: String, option: String, isShare: Bool = false) {
      self.name = name
      self.option = option
      self.isShare = isShare
    }
  }

  /// The column of arms; nil where nobody is in an arm yet.
  public var arm: String?
  /// The control's name; nil to find one.
  public var control: String?
  /// In the order in which they stand in the table that is read.
  public var numbers: [Number]
  public var groups: [UnitTable.Role: String]
  /// What asked for groups, as messages should say, where that is no option of the role's name.
  public var groupOptions: [UnitTable.Role: String] = [:]
  /// The column that names the unit, in which no name may come twice.
  public var unit: String?
  /// Whether units in several arms count in the arm of their first row.
  public var keepsFirstArm = false

  /// By what is wanted of them.
  public var table: TableColumns {
    TableColumns(
      numbers: numbers.map(\.name), names: [arm, unit].compactMap(\.self) + groups.values.sorted())
  }

  public init(
    arm: String?, control: String? = nil, numbers: [Number],
    groups: [UnitTable.Role: String] = [:], unit: String? = nil
  ) {
    self.arm = arm
    self.control = control
    self.numbers = numbers
    self.groups = groups
    self.unit = unit
  }
}
