import Experiments
import Documents

/// Where in a row the columns of an analysis stand.
struct UnitPositions: Sendable {
  /// The arms' first where there are any; nil is their role.
  let groups: [(role: UnitTable.Role?, column: Int)]
  let numbers: [(column: Int, isShare: Bool)]
  /// How each column of numbers is written.
  let forms: [NumberForm]
  let unit: Int?
  /// Columns there are.
  let count: Int
  /// For reading many rows in one go, which has the groups' names and then the unit's.
  ///
  /// nil where that cannot be.
  let layout: CSVLayout?

  init(
    _ columns: UnitColumns, among names: HeaderNames, _ form: TableForm
  ) throws(HeaderProblem) {
    var numbers: [(column: Int, isShare: Bool)] = []
    for number in columns.numbers {
      let column = try names.position(of: number.name, option: number.option)
      numbers.append((column, number.isShare))
    }
    var groups: [(role: UnitTable.Role?, column: Int)] = []
    if let arm = columns.arm {
      groups.append((nil, try names.position(of: arm, option: "--arm")))
    }
    for role in UnitTable.Role.allCases {
      guard let name = columns.groups[role] else { continue }
      let option = columns.groupOptions[role] ?? "--\(role.rawValue)"
      groups.append((role, try names.position(of: name, option: option)))
    }
    unit = try columns.unit.map { (unit) throws(HeaderProblem) in
      try names.position(of: unit, option: "--unit")
    }
    count = names.count
    forms = columns.numbers.map { form.numbers[$0.name] ?? .plain }
    layout = CSVLayout(
      columns: count, numbers: numbers, names: groups.map(\.column) + (unit.map { [$0] } ?? []),
      forms: forms)
    self.numbers = numbers
    self.groups = groups
  }
}
