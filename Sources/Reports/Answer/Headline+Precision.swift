import Market
import Statistics
import Takeaways

/// How well the headline's figure is known, and whether another plan's may be as high.
extension Headline {
  /// No digits that are not known: those beside a ± go as far as it does, others stop before it.
  func rounding(_ plan: Standing) -> Rounding {
    let (spread, error) = (plan.difference.prediction, plan.difference.precision?.halfWidth)
    let isSaid = plan.missed != nil || (plan.known?.contains(0) ?? false)
    return Rounding(
      [plan.difference.value, spread?.low, spread?.high], objective.measure.unit, currency,
      error: error, saysError: isSaid)
  }

  /// What a plan comes to more or less, with how well that is known where it was to be known better.
  func amount(_ plan: Standing, _ rounding: Rounding) -> String {
    guard let missed = plan.missed else { return rounding.full(plan.difference.value) }
    return "\(rounding.bare(plan.difference.value)) ± \(error(missed.reached))"
  }

  private func error(_ halfWidth: Double) -> String {
    Rounding([halfWidth], objective.measure.unit, currency, digits: 2).full(halfWidth)
  }

  /// Said beside a figure that is less precise than was asked for.
  func asked(_ plan: Standing) -> String? {
    plan.missed.map { missed in
      "±\(error(missed.asked)) was asked for"
        + (missed.needed.map { ", \($0) would do" }
          ?? ", which would take thousands of replications")
    }
  }

  /// That others may be as good, from a semicolon on; empty where the best plan is told from all.
  func equals(_ plan: Standing) -> String {
    guard !plan.equals.isEmpty else { return "" }
    let named = plan.equals.prefix(2).map { "\(quoted($0.plan)) (\(gap($0)))" }
    let further = plan.equals.count - named.count
    let all = named + (further > 0 ? ["\(Readable.few(further)) further"] : [])
    return "; it can't be told from \(all.joined(separator: " or ")): take them for equal"
  }

  /// Such as `8,000 ± 15,000 CNY more`.
  private func gap(_ equal: Equal) -> String {
    let difference = equal.difference
    guard let known = difference.precision, !known.isPoint else {
      return "exactly the same" + (equal.doesTheSame ? "" : " \(difference.inAll)")
    }
    let rounding = Rounding([known.halfWidth], objective.measure.unit, currency, digits: 2)
    return
      "\(rounding.bare(difference.value)) ± \(rounding.full(known.halfWidth))\(difference.value > 0 ? " more" : "")"
  }
}
