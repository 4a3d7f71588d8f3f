internal import Statistics

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

  /// Where they are, given the names in the first row.
  func positions(among names: HeaderNames) throws(HeaderProblem) -> UnitPositions {
    var numbers: [Int] = []
    for number in self.numbers {
      numbers.append(try names.position(of: number.name, option: number.option))
    }
    var groups: [(role: UnitTable.Role, column: Int)] = []
    for role in UnitTable.Role.allCases {
      guard let name = self.groups[role] else { continue }
      let option = groupOptions[role] ?? "--\(role.rawValue)"
      groups.append((role, try names.position(of: name, option: option)))
    }
    return UnitPositions(
      arm: try arm.map { (arm) throws(HeaderProblem) in
        try names.position(of: arm, option: "--arm")
      }, numbers: numbers, groups: groups,
      unit: try unit.map { (unit) throws(HeaderProblem) in
        try names.position(of: unit, option: "--unit")
      }, count: names.count)
  }
}

struct UnitPositions: Sendable {
  let arm: Int?
  let numbers: [Int]
  let groups: [(role: UnitTable.Role, column: Int)]
  let unit: Int?
  /// Columns there are.
  let count: Int
}
