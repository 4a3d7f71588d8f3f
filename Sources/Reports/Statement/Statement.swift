import Market
import Planning
import Takeaways

/// Every plan's figures as they are printed, to one step: each total rounded from itself.
///
/// The baseline's totals are rounded, and so is what a plan comes to more or less; a plan is printed as the baseline
/// and that difference. What a table adds up to a total is apportioned to it, so that whatever is printed adds up to
/// the last digit, and what is exact in every replication is printed as that.
struct Statement: Sendable {
  private let ledgers: [[Account: Double]]
  private let leaves: [[Figure: Double]]
  private let counts: [Figure: Step]
  let money: Step
  /// Of contacts bought.
  let contacts: Step
  private let standsFor: Double
  private let replications: Double

  /// - Parameters:
  ///   - summary: What was played.
  ///   - isFiner: Whether to the hundredth of what people are told, as files hold it.
  init(_ summary: ScenarioSummary, isFiner: Bool = false) {
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
    // One account after the other: what a dictionary holds comes in another order each time, and plans that earn the same
    // would differ by a rounding.
    let profits = zip(ledgers, sums).map { ledger, sums in
      Account.allCases.reduce(sums[.afterwards] ?? 0) { $0 + (ledger[$1] ?? 0) }
    }
    let differences = profits.dropFirst().map { abs($0 - profits[0]) }.filter { $0 > 0 }
    func told(_ step: Step) -> Step { isFiner ? step.finer : step }
    money = told(
      .money(
        largest: (amounts.map(\.magnitude).max() ?? 0) / replications,
        smallestDifference: differences.min().map { $0 / replications }, summary.scenario.currency))
    counts = Dictionary(
      uniqueKeysWithValues: Figure.leaves.filter { !$0.isMoney }.map { figure in
        // Orders of both kinds are added up, and are told alike.
        let alike: [Figure] =
          [.firstOrders, .repeatOrders].contains(figure) ? [.firstOrders, .repeatOrders] : [figure]
        let largest = sums.flatMap { sums in alike.compactMap { sums[$0] } }.max() ?? 0
        return (figure, told(.count(largest: largest / replications)))
      })
    let bought = summary.plans.flatMap(\.contacts).map { $0.reduce(0, +) }.max() ?? 0
    contacts = told(.count(largest: bought * standsFor / replications))
    (self.ledgers, leaves) = (ledgers, sums)
    (self.standsFor, self.replications) = (standsFor, replications)
  }

  /// A sum of figures under a plan.
  func total(_ figures: [Figure], plan: Int) -> Double {
    step(figures).value(steps(figures, plan: plan))
  }

  /// A sum of figures under a plan less the same under the baseline.
  func difference(_ figures: [Figure], plan: Int) -> Double {
    step(figures).value(steps(figures, plan: plan) - steps(figures, plan: 0))
  }

  /// What a part of profit adds to a plan's.
  func amount(_ part: Reason.Part, plan: Int) -> Double {
    money.value(
      part == .residual
        ? steps([.afterwards], plan: plan) : steps(AccountGroup(part), plan: plan))
  }

  /// What a plan has in an account within the horizon, costs negative.
  func amount(_ account: Account, plan: Int) -> Double {
    money.value(steps(AccountGroup(account), plan: plan))
  }

  /// The decimals a sum of figures is printed with.
  func decimals(_ figures: [Figure]) -> Int { step(figures).decimals }

  /// Parts of a plan's figure, or sum of figures, that add up to it, from their sums over the replications.
  func parts(_ sums: [Double], of figures: [Figure], plan: Int) -> [Double] {
    let step = step(figures)
    return step.apportioned(exact(sums, step), to: steps(figures, plan: plan)).map(step.value)
  }

  /// The same of days or months, one after the other, whose running sums are printed too.
  func series(_ sums: [Double], of figures: [Figure], plan: Int) -> [Double] {
    let step = step(figures)
    return step.series(exact(running(sums), step), to: steps(figures, plan: plan))
  }

  /// Days of an account.
  func series(_ sums: [Int64], of account: Account, plan: Int) -> [Double] {
    money.series(
      exact(running(sums.map { Double($0) }), money), to: steps(AccountGroup(account), plan: plan))
  }

  /// Amounts one after the other that are part of nothing but their sum.
  func series(_ sums: [Double]) -> [Double] { money.series(exact(running(sums), money)) }

  /// Contacts bought on a channel by day, from their sums over the replications.
  func contacts(_ sums: [Double]) -> (whole: Double, byDay: [Double]) {
    let days = contacts.series(exact(running(sums), contacts))
    return (contacts.rounding(days.reduce(0, +)), days)
  }

  /// A mean from its sum over the replications, as it comes: for what is part of nothing.
  func mean(_ sum: Double) -> Double { sum * standsFor / replications }
}

extension Statement {
  /// A total in steps: rounded from itself, but for the parts of another that always stand beside it.
  private func steps(_ figures: [Figure], plan: Int) -> Double {
    // First orders are mostly customers won, which stand beside them.
    if figures == [.repeatOrders] {
      return steps([.orders], plan: plan) - steps([.firstOrders], plan: plan)
    }
    guard let place = Self.profit.firstIndex(where: { [$0] == figures }) else {
      return level(step(figures), plan) { sum(figures, plan: $0) }
    }
    return apportioned(Self.profit.map { part in { sum([part], plan: $0) } }, money, plan) {
      steps(Self.profit, plan: $0)
    }[place]
  }

  /// What is told with the two parts it is the sum of.
  private static let profit: [Figure] = [.contribution, .afterwards]

  /// Some accounts in steps, as a part of those that they are shown among, and these of others up to the contribution.
  private func steps(_ group: AccountGroup, plan: Int) -> Double {
    guard let above = group.above, let place = above.parts.firstIndex(of: group) else {
      return steps([.contribution], plan: plan)
    }
    return apportioned(
      above.parts.map { part in
        { plan in part.accounts.reduce(0) { $0 + (ledgers[plan][$1] ?? 0) } }
      }, money, plan
    ) { steps(above, plan: $0) }[place]
  }

  /// A plan's figure in steps from the sums over the replications: the baseline's, and what it is more, each rounded.
  ///
  /// What is a whole number of steps is printed as that, whatever the baseline was rounded to.
  private func level(_ step: Step, _ plan: Int, _ sum: (Int) -> Double) -> Double {
    let own = step.steps(sum(plan), over: replications)
    let base = step.steps(sum(0), over: replications).rounded()
    guard plan > 0, own != own.rounded() else { return own.rounded() }
    return base + step.steps(sum(plan) - sum(0), over: replications).rounded()
  }

  /// Parts in steps: those of the baseline add up to it, and those of a plan's difference to that.
  private func apportioned(
    _ sums: [(Int) -> Double], _ step: Step, _ plan: Int, _ whole: (Int) -> Double
  ) -> [Double] {
    func steps(_ sum: Double) -> Double { step.steps(sum, over: replications) }
    let base = step.apportioned(sums.map { steps($0(0)) }, to: whole(0))
    guard plan > 0 else { return base }
    let own = sums.map { steps($0(plan)) }
    let aims = zip(own, base).map { $0 == $0.rounded() ? $0 - $1 : nil }
    let more = step.apportioned(
      sums.map { steps($0(plan) - $0(0)) }, to: whole(plan) - whole(0), aims: aims)
    return zip(base, more).map { $0 + $1 }
  }

  /// Figures under a plan, summed over the replications.
  private func sum(_ figures: [Figure], plan: Int) -> Double {
    figures.reduce(0) { $0 + sum($1, plan: plan) }
  }

  private func sum(_ figure: Figure, plan: Int) -> Double {
    switch figure {
    case .contribution: Account.allCases.reduce(0) { $0 + (ledgers[plan][$1] ?? 0) }
    case .orders: sum([.firstOrders, .repeatOrders], plan: plan)
    default:
      leaves[plan][figure]
        ?? Account.allCases.filter { $0.figure == figure }
        .reduce(0) { $0 + $1.sign * (ledgers[plan][$1] ?? 0) }
    }
  }

  private func running(_ sums: [Double]) -> [Double] {
    var sum = 0.0
    return sums.map {
      sum += $0
      return sum
    }
  }

  private func exact(_ sums: [Double], _ step: Step) -> [Double] {
    sums.map { step.steps($0 * standsFor, over: replications) }
  }

  /// The finest step of any of the figures.
  private func step(_ figures: [Figure]) -> Step {
    let leaves = figures.flatMap { $0 == .orders ? [.firstOrders, .repeatOrders] : [$0] }
    return leaves.map { counts[$0] ?? money }.max { $0.decimals < $1.decimals } ?? money
  }
}
