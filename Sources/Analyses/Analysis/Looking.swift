import Experiments
internal import Statistics

/// Effects day by day, and what a sequential rule makes of them.
struct Looking {
  let plan: AnalysisPlan
  let names: [String]
  let rule: SequentialRule?

  /// Every day's effect of all units up to it, with intervals of one look alone.
  func days(
    _ moments: [MetricMoments?], _ table: UnitTable, _ warnings: inout [String]
  ) -> [DayEffect] {
    guard let days = table.groups[.day] else { return [] }
    var effects: [DayEffect] = []
    for (metric, moments) in zip(plan.metrics, moments) {
      warn(metric, moments, table, &warnings)
      for (arm, looks) in seen(metric, moments, table).enumerated() {
        effects += looks.map { look in
          DayEffect(
            day: days.names[look.day], metric: metric.name, arm: names[arm + 1],
            method: look.method, units: look.units, effect: look.effect,
            interval: look.effect.interval(confidence: plan.confidence),
            pValue: look.effect.pValue())
        }
      }
    }
    return effects
  }

  /// Replaces intervals and p-values by those of the rule at the last look.
  func apply(
    to comparisons: inout [MetricComparison], _ moments: [MetricMoments?], _ table: UnitTable,
    _ warnings: inout [String]
  ) -> (days: [DayEffect], correction: String) {
    guard let rule else { return ([], "") }
    let count = names.count - 1
    let isCorrected = plan.correction != .none && count > 1
    let alpha = (1 - plan.confidence) / (isCorrected ? Double(count) : 1)
    let byDay = table.groups[.day] != nil && plan.cluster == nil
    if table.groups[.day] != nil, !byDay {
      warnings.append(
        "the days before the last are no looks of the rule: what clusters add from day to day is not"
          + " independent of the days before")
    }
    var days: [DayEffect] = []
    for place in comparisons.indices {
      if byDay { warn(plan.metrics[place], moments[place], table, &warnings) }
      let before = byDay ? seen(plan.metrics[place], moments[place], table) : []
      for (arm, estimate) in comparisons[place].effects.enumerated() {
        guard var estimate else { continue }
        let looking = SequentialLooks(
          rule: rule, alpha: alpha, plannedUnits: planned(forArm: arm + 1, table))
        let earlier =
          arm < before.count ? planned(before[arm], looking.plannedUnits) : []
        let last = (
          units: earlier.last?.units ?? units(ofArm: arm + 1, table), effect: estimate.effect
        )
        // The last look takes the estimator of the plan, whatever the days before it took.
        let all = earlier.dropLast().map { (units: $0.units, effect: $0.effect) } + [last]
        do throws(NotEstimable) {
          let looks = try looking.looks(all)
          for look in looks {
            // Looks that add next to nothing are left out, so that days are found by their units.
            guard let day = earlier.last(where: { $0.units == look.units }) else { continue }
            days.append(
              DayEffect(
                day: table.groups[.day]?.names[day.day] ?? "", metric: estimate.metric,
                arm: estimate.arm,
                method: day.day == earlier.last?.day ? estimate.method : day.method,
                units: look.units, effect: look.effect, interval: look.interval,
                pValue: look.pValue))
          }
          if let look = looks.last {
            estimate.take(look.interval)
            estimate.adjustedPValue = min(1, look.pValue * (isCorrected ? Double(count) : 1))
            comparisons[place].arms[arm] = .success(estimate)
          }
        } catch {
          comparisons[place].arms[arm] = .failure(error)
        }
      }
    }
    let arms = isCorrected ? "; Bonferroni for the \(count) arms of a metric" : ""
    return (days, "\(rule.words)\(arms)")
  }

  /// Units in the two arms, or the clusters that they are in.
  private func units(ofArm arm: Int, _ table: UnitTable) -> Int {
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
  private func planned(forArm arm: Int, _ table: UnitTable) -> Double? {
    guard let planned = plan.plannedUnits else { return nil }
    let weights = names.map { plan.split[$0] ?? 1 }
    let sum = weights.reduce(0, +)
    return sum > 0 ? planned * (weights[0] + weights[arm]) / sum : nil
  }

  /// Why there is nothing by day.
  private func warn(
    _ metric: MetricSpecification, _ moments: MetricMoments?, _ table: UnitTable,
    _ warnings: inout [String]
  ) {
    guard let moments else {
      warnings.append("\(metric.name): quantiles are not compared by day")
      return
    }
    do {
      _ = try GroupEffects(metric, moments, table)
    } catch {
      warnings.append("\(metric.name): nothing can be said by day: \(error.reason)")
    }
  }

  private struct Seen {
    let day: Int
    let units: Int
    let effect: Effect
    let method: String
  }

  /// By arm beside the control the days at which an effect is estimable, with all units up to each.
  private func seen(
    _ metric: MetricSpecification, _ moments: MetricMoments?, _ table: UnitTable
  ) -> [[Seen]] {
    guard let moments, let grouped = try? GroupEffects(metric, moments, table) else { return [] }
    let days = grouped.effects(by: .day, untilThen: true)
    return table.arm.names.indices.dropFirst().map { arm in
      days.indices.compactMap { day in
        guard let found = try? days[day][arm - 1].get() else { return nil }
        return Seen(day: day, units: found.units, effect: found.effect, method: found.method)
      }
    }
  }
}

extension SequentialRule {
  var words: String {
    switch self {
    case .asymptotic: "asymptotic confidence sequence: it holds at every look"
    case .obrienFleming: "O'Brien–Fleming-type spending over the looks"
    case .pocock: "Pocock-type spending over the looks"
    }
  }
}
