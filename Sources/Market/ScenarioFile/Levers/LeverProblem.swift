/// Why a lever cannot be moved.
public enum LeverProblem: Error, Sendable, Equatable {
  /// A text that is no lever, with what is wrong with it.
  case unreadable(String, reason: String)
  case noSuchLever(String, known: [String], nearest: String?)
  case noSuchPlan(String, known: [String], nearest: String?)
  /// The way ends at something else than a figure, and at what.
  case noFigure(key: String, plan: String, found: String)
  /// What the scenario says of it at a value.
  case refused(lever: String, value: String, reason: String)
  /// Two levers that are one.
  case twice(String)
  /// Two levers of different plans.
  case twoPlans(String, String)
  /// Levers of a scenario that has none, or more than are moved at once.
  case notChosen([String])
  /// More points than are played at once.
  case tooManyPoints(Int, most: Int)

  /// A sentence for planners.
  public var sentence: String {
    switch self {
    case .unreadable(let text, let reason):
      "“\(text)” is no lever: \(reason)"
    case .noSuchLever(let name, let known, let nearest):
      "There is no lever “\(name)”\(Self.hint(known, nearest))"
    case .noSuchPlan(let name, let known, let nearest):
      "There is no plan “\(name)”\(Self.hint(known, nearest))"
    case .noFigure(let key, let plan, let found):
      "“\(key)” is no figure of “\(plan)”: the way must end at a key that holds one, and \(found)."
    case .refused(let lever, let value, let reason):
      "“\(lever)” cannot be \(value): \(reason)"
    case .twice(let name):
      "“\(name)” is given twice: two levers move two figures."
    case .twoPlans(let first, let second):
      "Two levers change one plan together: these change “\(first)” and “\(second)”."
    case .notChosen(let known):
      known.isEmpty
        ? "it names no levers; say which figure to move, such as --vary \"A PLAN: coupons.A COUPON.value"
          + "=0 CNY..30 CNY\"."
        : "it names \(known.count) levers; say which one or two to move, with --vary:"
          + " \(Self.listed(known))."
    case .tooManyPoints(let count, let most):
      "These are \(count) points, and at most \(most) are played at once: take fewer values of each lever."
    }
  }

  private static func hint(_ known: [String], _ nearest: String?) -> String {
    if let nearest { return "; did you mean “\(nearest)”?" }
    guard !known.isEmpty else { return "." }
    return "; there are: \(listed(known))."
  }

  private static func listed(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }
}
