/// Bonus hunters (羊毛党): people who come for rewards alone, with several accounts each.
///
/// Their accounts are the people of their segment. They hear of every offer at once, take each that is worth more to
/// them than what an account costs them (κ of the segment, one for all accounts of a person), place the smallest
/// order that it is for or do what it asks for, and never come back; they are nobody's customers.
public struct Hunters: Sendable, Equatable {
  /// What their segment is called, and the key in files.
  public static let segmentName = "bonus hunters"
  /// m: accounts of one person.
  public var accounts: Int
  /// The smallest order that can be placed, minor units.
  public var order: Int64

  public init(accounts: Int, order: Int64) {
    self.accounts = accounts
    self.order = order
  }

  /// What an account does for an offer that is worth it.
  public enum Deed: Sendable, Equatable {
    /// It places the smallest order the offer is for, its first and last.
    case order
    /// It does what the offer asks for instead of an order, such as a task, to the end.
    case task
  }

  /// The person behind an account, by its index in the segment.
  func person(behind account: Int) -> Int { account / accounts }

  /// Which of a person's accounts it is, 0 the first.
  func number(of account: Int) -> Int { account % accounts }
}

extension Segment {
  /// A segment of bonus hunters: so many accounts, each of which knows us and orders once at most.
  public init(
    name: String, accounts size: Int, hunters: Hunters, participation: ParticipationCost,
    costShare: Double = 0, costPerOrder: Int64 = 0
  ) {
    // All orders alike, and nobody stays after one.
    let tight = 1e8
    self.init(
      name: name, size: size, begins: .prospects(aware: 1),
      purchases: PurchaseHabits(shape: 1, rate: 1, lapseA: 1, lapseB: 1, firstLapse: 1),
      baskets: Baskets(
        p: tight, q: tight, gamma: Double(hunters.order), costShare: costShare,
        costPerOrder: costPerOrder),
      participation: participation)
    self.hunters = hunters
  }
}
