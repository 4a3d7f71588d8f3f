/// An amount of money and the account it moves; costs are negative.
struct Posting: Sendable {
  let amount: Int64
  let account: Account

  init(_ amount: Int64, to account: Account) {
    self.amount = amount
    self.account = account
  }
}
