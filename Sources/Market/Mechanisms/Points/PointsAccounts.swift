import Statistics

/// The points of a crowd's people, with what we owe for them.
///
/// What is booked is always the whole minor units that all points outstanding are worth, less what was booked before: no
/// rounding adds up.
struct PointsAccounts: Sendable {
  private let terms: PointsProgramme
  /// By customer; empty before the first.
  private var balances: [Int64] = []
  /// All points in hand.
  private var outstanding: Int64 = 0
  /// What has been booked for them, minor units.
  private var booked: Int64 = 0

  init(_ terms: PointsProgramme) { self.terms = terms }

  func balance(_ index: Int) -> Int64 { balances.isEmpty ? 0 : balances[index] }

  /// Whoever has some, in ascending order.
  var holders: [Int] { balances.indices.filter { balances[$0] > 0 } }

  /// Changes somebody's points.
  ///
  /// - Returns: What we owe more for it, minor units.
  mutating func change(_ index: Int, by points: Int64, among people: Int) -> Int64 {
    if balances.isEmpty { balances = Array(repeating: 0, count: people) }
    // Past 64 bits the money that was paid for them is told by the ledger.
    balances[index] &+= points
    outstanding &+= points
    let owed = terms.value(of: outstanding)
    defer { booked = owed }
    return owed - booked
  }
}
