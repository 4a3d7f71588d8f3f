import Experiments
import Statistics

/// Effects day by day, and what a sequential rule makes of them.
struct GroupSequential {
  /// Every day's effect of all units up to it.
  private(set) var days: [DayEffect] = []
  /// Intervals and p-values of the rule at the last look; nil where the plan has no rule.
  private(set) var corrected: Corrected?
  private(set) var cautions: [Caution] = []
  private let experiment: Experiment

  private var plan: AnalysisPlan { experiment.plan }
  private var table: UnitTable { experiment.table }

  init(_ experiment: Experiment, _ comparisons: [MetricComparison]) {
    self.experiment = experiment
    if let rule = plan.sequential {
      look(rule, comparisons)
    } else {
      lookOnce()
    }
  }

  /// Every day with the interval of one look alone.
  private mutating func lookOnce() {
    // Of all units up to a day, where shares change, what differs between days would count as effect.
    guard let groups = table.groups[.day], !experiment.isWithinDays else { return }
    for (metric, moments) in zip(plan.metrics, experiment.moments) {
      for (arm, looks) in seen(metric, moments).enumerated() {
        days += looks.map { look in
          DayEffect(
            day: groups.names[look.day], metric: metric.name, arm: experiment.names[arm + 1],
            method: look.method, units: look.units, effect: look.effect,
            interval: look.effect.interval(confidence: plan.confidence),
            pValue: look.effect.pValue())
        }
      }
    }
  }

  private mutating func look(_ rule: SequentialRule, _ comparisons: [MetricComparison]) {
    let count = experiment.names.count - 1
    let shared = plan.correction != .none && count > 1 ? Double(count) : 1
    let isByDay = table.groups[.day] != nil && plan.cluster == nil
    if table.groups[.day] != nil, !isByDay { cautions.append(.daysAreNoLooks) }
    var found: [[Result<CorrectedEstimate, NotEstimable>]] = []
    for (place, comparison) in comparisons.enumerated() {
      let before = isByDay ? seen(plan.metrics[place], experiment.moments[place]) : []
      found.append(
        comparison.arms.enumerated().map { arm, estimate in
          MetricComparison.result { () throws(NotEstimable) in
            let estimate = try estimate.get()
            let looks = try looks(
              rule, alpha: (1 - plan.confidence) / shared, arm, estimate,
              before.indices.contains(arm) ? before[arm] : [])
            let own = looks.days.map { day in
              DayEffect(
                day: table.groups[.day]?.names[day.seen.day] ?? "", metric: comparison.metric.name,
                arm: experiment.names[arm + 1],
                method: day.isLast ? comparison.method : day.seen.method, units: day.look.units,
                effect: day.look.effect, interval: day.look.interval, pValue: day.look.pValue)
            }
            days += own
            var corrected = estimate.taking(
              looks.last.interval, pValue: min(1, looks.last.pValue * shared))
            let crossed = own.firstIndex { !$0.interval.contains(0) }
            corrected.crossing = crossed.flatMap { looks.days[$0].isLast ? nil : own[$0] }
            return corrected
          }
        })
    }
    corrected = Corrected(
      estimates: found,
      applied: .sequential(
        rule, arms: Int(shared),
        tunedUnits: rule == .asymptotic ? plan.plannedUnits ?? SequentialLooks.usualUnits : nil))
  }

  /// An arm's looks, the last by the estimator of the plan, whatever the days before it took.
  private func looks(
    _ rule: SequentialRule, alpha: Double, _ arm: Int, _ estimate: ArmEstimate, _ before: [Seen]
  ) throws(NotEstimable) -> (
    last: SequentialLooks.Look,
    days: [(look: SequentialLooks.Look, seen: Seen, isLast: Bool)]
  ) {
    let looking = SequentialLooks(
      rule: rule, alpha: alpha, plannedUnits: planned(forArm: arm + 1))
    let earlier = planned(before, looking.plannedUnits)
    let last = (
      units: earlier.last?.units ?? units(ofArm: arm + 1), effect: estimate.effect
    )
    let looks = try looking.looks(
      earlier.dropLast().map { (units: $0.units, effect: $0.effect) } + [last])
    guard let final = looks.last else { throw NotEstimable("there is no look") }
    // Looks that add next to nothing are left out, so that days are found by their units.
    let days = looks.compactMap { look in
      earlier.last { $0.units == look.units }.map { (look, $0, $0.day == earlier.last?.day) }
    }
    return (final, days)
  }

  /// Units in the two arms, or the clusters that they are in.
  private func units(ofArm arm: Int) -> Int {
    guard let cluster = table.groups[.cluster] else {
      return table.arm.codes.reduce(0) { $0 + ($1 == 0 || Int($1) == arm ? 1 : 0) }
    }
    var seen = [Bool](repeating: false, count: cluster.count)
    for (own, code) in zip(table.arm.codes, cluster.codes) where own == 0 || Int(own) == arm {
      seen[Int(code)] = true
    }
    return seen.count { $0 }
  }

  /// Of the days those at which a look was due, and the last.
  private func planned(
    _ seen: [Seen], _ units: Double?
  ) -> [Seen] {
    guard let count = plan.looks, let last = seen.last else { return seen }
    let end = max(units ?? 0, Double(last.units))
    var due = 1
    return seen.filter { look in
      let share = Double(look.units) / end * Double(count)
      guard share >= Double(due) || look.day == last.day else { return false }
      due = Int(share) + 1
      return true
    }
  }

  /// The two arms' part of the units planned for all.
  private func planned(forArm arm: Int) -> Double? {
    guard let planned = plan.plannedUnits else { return nil }
    let weights = experiment.names.map { plan.split[$0] ?? 1 }
    let sum = weights.reduce(0, +)
    return sum > 0 ? planned * (weights[0] + weights[arm]) / sum : nil
  }

  private struct Seen {
    let day: Int
    let units: Int
    let effect: Effect
    let method: String
  }

  /// By arm beside the control the days at which an effect is estimable, with all units up to each.
  ///
  /// Where there is nothing by day, a caution says why.
  private mutating func seen(
    _ metric: MetricSpecification, _ moments: MetricMoments?
  ) -> [[Seen]] {
    guard let moments else {
      cautions.append(.quantileByGroup(metric: metric.name, .day))
      return []
    }
    let days: [[Result<GroupEffect, NotEstimable>]]
    do {
      days = try GroupEffects(metric, moments, table).effects(by: .day, untilThen: true)
    } catch {
      cautions.append(.nothingByGroup(metric: metric.name, .day, reason: error.reason))
      return []
    }
    return table.arm.names.indices.dropFirst().map { arm in
      days.indices.compactMap { day in
        guard let found = try? days[day][arm - 1].get() else { return nil }
        return Seen(day: day, units: found.units, effect: found.effect, method: found.method)
      }
    }
  }
}
