import Experiments
import Takeaways

/// What experiments of other sizes would show.
struct PowerCurve {
  struct Place {
    let groups: GroupSizes
    let days: Int?
    /// With which the effect is found.
    let power: Double?
    /// Found with the power asked for.
    let effect: Double?
  }

  let points: [Place]

  /// At some multiples of the plan's size; those too small for a test are left out.
  init(_ result: PowerResult, multiples: [Double]) {
    let analysis = result.analysis
    var points: [Place] = []
    for multiple in multiples {
      let groups = GroupSizes(
        analysis, control: Int((Double(result.groups.control) * multiple).rounded()))
      guard groups.control >= 2, points.last?.groups != groups,
        let power = try? result.assurance.power(
          result.sought, control: Double(groups.control))
      else { continue }
      // An effect is looked for at the power asked for, or where that was the question at 80 %.
      let effect = try? result.assurance.detectable(
        control: Double(groups.control), power: result.aim, downward: result.effect < 0
      ).effect(on: analysis.baseline)
      points.append(
        Place(groups: groups, days: result.days(for: groups), power: power, effect: effect))
    }
    self.points = points
  }

  static let few: [Double] = [0.25, 0.5, 1, 2, 4]

  /// From an eighth to four times the size, each an eighth root of two larger.
  static let many = (-24...16).map { step in
    var multiple = 1.0
    for _ in 0..<abs(step) { multiple *= 1.090_507_732_665_257_7 }
    return step < 0 ? 1 / multiple : multiple
  }
}

extension PowerResult {
  /// The power that detectable effects of other sizes are given for.
  var aim: Double { unknown == .power ? 0.8 : power }
}
