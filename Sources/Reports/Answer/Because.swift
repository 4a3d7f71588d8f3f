import Documents
import Market
import Planning
import Takeaways

/// Why a plan earns more or less than the baseline, in one sentence.
struct Because {
  let currency: Currency
  var objective = Objective.profit
  /// Whether what people do after the horizon counts; else only what of their orders is settled after it does.
  var countsAfter = true

  /// The largest part that goes the way of the whole, the next where it matters, then what goes against it.
  ///
  /// `nil` where no part goes the way of the whole.
  func sentence(_ reasons: [Reason]) -> String? {
    let total = reasons.reduce(0) { $0 + $1.amount }
    let ordered = reasons.filter { $0.amount != 0 }
      .sorted { abs($0.amount) > abs($1.amount) }
    let along = ordered.filter { ($0.amount > 0) == (total > 0) }
    let against = ordered.filter { ($0.amount > 0) != (total > 0) }
    guard total != 0, let first = along.first else { return nil }
    let rounding = Rounding([first.amount], .money, currency)
    func joined(_ parts: some Sequence<Reason>) -> String {
      parts.map { $0.clause(rounding.full($0.amount), countsAfter) }.joined(separator: " and ")
    }
    let leading = along.prefix(2).filter { abs($0.amount) >= abs(first.amount) / 4 }
    let opposing = against.prefix(2).filter { abs($0.amount) >= abs(first.amount) / 10 }
    let start =
      objective == .profit
      ? "Mostly because" : "Its profit is \(total > 0 ? "higher" : "lower"), mostly because"
    return "\(start) \(joined(leading))"
      + (opposing.isEmpty ? "." : "; against that, \(joined(opposing)).")
  }
}

extension Reason {
  /// What happens to a part, such as `rewards cost 2,000 CNY more`.
  fileprivate func clause(_ size: String, _ countsAfter: Bool) -> String {
    let gains = amount > 0
    return switch part {
    case .margin: "orders bring \(size) \(gains ? "more" : "less") margin"
    case .rewards: "rewards cost \(size) \(gains ? "less" : "more")"
    case .acquisition: "acquisition costs \(size) \(gains ? "less" : "more")"
    case .messaging: "running costs of offers are \(size) \(gains ? "lower" : "higher")"
    case .product: "product work costs \(size) \(gains ? "less" : "more")"
    case .fixedCosts: "fixed costs are \(size) \(gains ? "lower" : "higher")"
    case .residual:
      countsAfter
        ? "customers are worth \(size) \(gains ? "more" : "less") after the horizon"
        : "\(size) \(gains ? "less" : "more") goes back or is paid out after the horizon"
    }
  }
}
