import Market
import Takeaways

/// Every plan's figures as they are printed: each rounded once, everything else sums of these.
///
/// A plan's accounts, its value afterwards and its counts are the leaves. Totals are sums of printed leaves,
/// and so are differences between plans, so that whatever is printed adds up to the last digit.
struct Statement: Sendable {
  private let accounts: [[Account: Double]]
  private let leaves: [[Figure: Double]]
  private let counts: [Figure: Step]
  let money: Step
  /// Of contacts bought.
  let contacts: Step
  private let perReplication: Double

  init(_ summary: ScenarioSummary) {
    let (standsFor, replications) = (
      Double(summary.scenario.market.standsFor), Double(max(1, summary.replications))
    )
    let ledgers = summary.plans.map { plan in
      Dictionary(
        uniqueKeysWithValues: Account.allCases.map {
          ($0, Double(plan.ledger.total($0)) * standsFor)
        })
    }
    let sums = summary.plans.map { plan in
      Dictionary(
        uniqueKeysWithValues: Figure.leaves.map { figure in
          (figure, plan.figures.reduce(0) { $0 + $1[figure, 0] } * standsFor)
        })
    }
    let amounts = ledgers.flatMap(\.values) + sums.compactMap { $0[.afterwards] }
    let profits = zip(ledgers, sums).map { ledger, sums in
      ledger.values.reduce(sums[.afterwards] ?? 0, +)
    }
    let differences = profits.dropFirst().map { abs($0 - profits[0]) }.filter { $0 > 0 }
    let money = Step.money(
      largest: (amounts.map(\.magnitude).max() ?? 0) / replications,
      smallestDifference: differences.min().map { $0 / replications }, summary.scenario.currency)
    let counts = Dictionary(
      uniqueKeysWithValues: Figure.leaves.filter { !$0.isMoney }.map { figure in
        // Orders of both kinds are added up, and are told alike.
        let alike: [Figure] =
          [.firstOrders, .repeatOrders].contains(figure) ? [.firstOrders, .repeatOrders] : [figure]
        let largest = sums.flatMap { sums in alike.compactMap { sums[$0] } }.max() ?? 0
        return (figure, Step.count(largest: largest / replications))
      })
    accounts = ledgers.map { $0.mapValues { money.steps($0, over: replications) } }
    leaves = sums.map { sums in
      Dictionary(
        uniqueKeysWithValues: sums.map { figure, sum in
          (figure, (counts[figure] ?? money).steps(sum, over: replications))
        })
    }
    self.money = money
    let bought = summary.plans.flatMap(\.contacts).map { $0.reduce(0, +) }.max() ?? 0
    contacts = Step.count(largest: bought * standsFor / replications)
    self.counts = counts
    perReplication = standsFor / replications
  }

  /// What a plan has in an account within the horizon, costs negative.
  func amount(_ account: Account, plan: Int) -> Double {
    money.value(accounts[plan][account] ?? 0)
  }

  /// A sum of figures under a plan.
  func total(_ figures: [Figure], plan: Int) -> Double {
    let step = step(figures)
    return step.rounding(figures.reduce(0) { $0 + value($1, plan: plan) })
  }

  /// A sum of figures under a plan less the same under the baseline.
  func difference(_ figures: [Figure], plan: Int) -> Double {
    step(figures).rounding(total(figures, plan: plan) - total(figures, plan: 0))
  }

  /// The decimals a sum of figures is printed with.
  func decimals(_ figures: [Figure]) -> Int { step(figures).decimals }

  /// Parts of a plan's account that add up to it, from their sums over the replications.
  func parts(_ sums: [Int64], of account: Account, plan: Int) -> [Double] {
    money.parts(
      sums.map { Double($0) * perReplication }, of: amount(account, plan: plan))
  }

  /// Parts of a plan's figure, or sum of figures, that add up to it, from their sums over the replications.
  func parts(_ sums: [Double], of figures: [Figure], plan: Int) -> [Double] {
    step(figures).parts(
      sums.map { $0 * perReplication }, of: total(figures, plan: plan))
  }

  /// A mean from its sum over the replications, as it comes: for what is part of nothing.
  func mean(_ sum: Double) -> Double { sum * perReplication }

  /// Contacts bought on a channel by day, from their sums over the replications.
  func contacts(_ sums: [Double]) -> (whole: Double, byDay: [Double]) {
    let days = sums.map { $0 * perReplication }
    let whole = contacts.rounding(days.reduce(0, +))
    return (whole, contacts.parts(days, of: whole))
  }

  private func value(_ figure: Figure, plan: Int) -> Double {
    switch figure {
    case .contribution:
      Account.allCases.reduce(0) { $0 + amount($1, plan: plan) }
    case .orders:
      value(.firstOrders, plan: plan) + value(.repeatOrders, plan: plan)
    default:
      if Figure.leaves.contains(figure) {
        step([figure]).value(leaves[plan][figure] ?? 0)
      } else {
        Account.allCases.filter { $0.figure == figure }
          .reduce(0) { $0 + $1.sign * amount($1, plan: plan) }
      }
    }
  }

  /// The finest step of any of the figures.
  private func step(_ figures: [Figure]) -> Step {
    let leaves = figures.flatMap { $0 == .orders ? [.firstOrders, .repeatOrders] : [$0] }
    return leaves.map { counts[$0] ?? money }.max { $0.decimals < $1.decimals } ?? money
  }
}
