import Documents
import Experiments

extension UnitTable {
  /// Without the arms the plan leaves out.
  ///
  /// - Parameter plan: What is asked.
  /// - Returns: The other units, and what to say of those left out.
  /// - Throws: Where there is no such arm, or it is the control.
  func leavingOutArms(
    of plan: AnalysisPlan
  ) throws(PlanProblem) -> (table: UnitTable, notes: [String]) {
    guard !plan.without.isEmpty else { return (self, []) }
    var notes: [String] = []
    for name in plan.without {
      guard let place = arm.names.firstIndex(of: name) else {
        throw PlanProblem(
          "there is no arm “\(name)” to leave out; the arms are"
            + " \(arm.names.map { "“\($0)”" }.joined(separator: ", "))",
          suggestion: nearest(to: name, among: arm.names), key: "without")
      }
      guard place > 0 else {
        throw PlanProblem(
          "“\(name)” is the control, with which the others are compared; name another with control",
          key: "without")
      }
      let count = units(inArm: place)
      notes.append(
        "The arm “\(name)” is left out as asked: \(grouped(count)) unit\(count == 1 ? "" : "s").")
    }
    let kept = arm.names.indices.filter { !plan.without.contains(arm.names[$0]) }
    let rows = (0..<units).filter { kept.contains(Int(arm.codes[$0])) }
    return (keeping(rows).keeping(arms: kept), notes)
  }
}

extension AnalysisPlan {
  /// With the split by the names of the arms.
  ///
  /// - Parameter names: Of the arms, the control first.
  /// - Returns: The same plan with shares by name.
  /// - Throws: Where there are more or fewer shares than arms.
  func namingSplit(_ names: [String]) throws(PlanProblem) -> AnalysisPlan {
    var plan = self
    if !splitInOrder.isEmpty {
      plan.split = try Self.named(splitInOrder, names, split, "split")
      plan.splitInOrder = []
    }
    for place in splitFrom.indices where !splitFrom[place].inOrder.isEmpty {
      plan.splitFrom[place].split = try Self.named(
        splitFrom[place].inOrder, names, splitFrom[place].split, "split-from")
      plan.splitFrom[place].inOrder = []
    }
    for period in plan.splitFrom {
      if let stranger = names.first(where: { period.split[$0] == nil }) {
        throw PlanProblem(
          "the split from \(period.day) on says nothing of the arm “\(stranger)”, which has units",
          key: "split-from")
      }
    }
    return plan
  }

  private static func named(
    _ shares: [Double], _ names: [String], _ known: [String: Double], _ key: String
  ) throws(PlanProblem) -> [String: Double] {
    guard shares.count == names.count else {
      throw PlanProblem(
        "the split has \(shares.count) shares, and there are \(names.count) arms:"
          + " \(names.map { "“\($0)”" }.joined(separator: ", "))", key: key)
    }
    return known.merging(zip(names, shares)) { $1 }
  }
}

extension UnitTable {
  /// With groups in one more role.
  func adding(_ labels: Labels, as role: Role) -> UnitTable {
    UnitTable(
      columns: columns, values: values, arm: arm, groups: groups.merging([role: labels]) { $1 })
  }
}
