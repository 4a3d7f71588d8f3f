import Market
import Planning
import Takeaways

/// A scenario's answer in a row, money in major units.
struct ShortPart: Encodable {
  /// Better than the baseline and all others as far as that is known; the baseline where nothing is better.
  let bestPlan: String?
  /// Plans that the best one cannot be told from: they are to be taken for equal.
  let equalPlans: [String]
  /// The plan that the figures are about; none where there is only the baseline.
  let plan: String?
  let objective: String
  /// What that plan brings more of the objective than the baseline; without a plan, what the baseline brings.
  let difference: EstimatePart
  let chanceBetter: Double?
  let why: String?

  init(_ result: RunResult) {
    let aim = result.scenario.objective.measure
    let leader = result.leader
    let short = result.shortAnswer
    bestPlan = short.best
    equalPlans = short.equals
    plan = leader?.plan
    objective = result.scenario.objective.rawValue
    difference = EstimatePart(
      leader.flatMap { leader in
        result.comparison.plans[leader.place].difference.map {
          .estimate(result.printed($0.objective, aim, plan: leader.place, in: result.books))
        }
      } ?? result.printed(aim, plan: 0, in: result.books), aim.unit, result.currency)
    chanceBetter = short.chance
    why = short.why
  }
}
