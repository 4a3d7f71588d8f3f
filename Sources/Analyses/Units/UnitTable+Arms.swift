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
    guard !splitInOrder.isEmpty else { return self }
    guard splitInOrder.count == names.count else {
      throw PlanProblem(
        "the split has \(splitInOrder.count) shares, and there are \(names.count) arms:"
          + " \(names.map { "“\($0)”" }.joined(separator: ", "))", key: "split")
    }
    var plan = self
    for (name, share) in zip(names, splitInOrder) { plan.split[name] = share }
    plan.splitInOrder = []
    return plan
  }
}
