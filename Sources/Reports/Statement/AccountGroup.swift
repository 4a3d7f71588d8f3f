import Market
import Planning

/// Accounts that are shown together: those of a part of profit, of a figure, or one.
struct AccountGroup: Equatable {
  let accounts: [Account]

  private init(_ accounts: [Account]) { self.accounts = accounts }

  init(_ account: Account) { self.init([account]) }

  init(_ part: Reason.Part) {
    self.init(Self.accounts(of: part.figures.gained + part.figures.spent))
  }

  /// From the contribution down, each made of those below it.
  private static let levels: [[AccountGroup]] = [
    [AccountGroup(Account.allCases)],
    Reason.Part.allCases.filter { $0 != .residual }.map { AccountGroup($0) },
    figures.map { AccountGroup(accounts(of: $0)) },
    Account.allCases.map { AccountGroup($0) },
  ]

  private static let figures: [[Figure]] = [
    [.revenue], [.costOfGoods], [.operations], Measure.allRewards, [.pointsOwed],
  ]

  private static func accounts(of figures: [Figure]) -> [Account] {
    Account.allCases.filter { account in account.figure.map(figures.contains) ?? false }
  }

  /// What it is a part of; none of the contribution.
  var above: AccountGroup? {
    Self.levels.flatMap(\.self).last { $0.isAbove(self) }
  }

  /// What it is directly made of.
  var parts: [AccountGroup] {
    let below = Self.levels.first { level in level.contains { self.isAbove($0) } } ?? []
    return below.filter { isAbove($0) }
  }

  private func isAbove(_ other: AccountGroup) -> Bool {
    accounts.count > other.accounts.count && other.accounts.allSatisfy(accounts.contains)
  }
}
