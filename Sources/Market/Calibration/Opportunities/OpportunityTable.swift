/// Customers by the opportunities they took, equal histories once with their number.
///
/// (x, tₓ, n) of Fader, Hardie and Shang (2010): x of the n opportunities after that of the first purchase were
/// taken, the last of them as number tₓ.
public struct OpportunityTable: Sendable {
  /// One history.
  public struct Row: Sendable, Hashable {
    public let taken: Int
    public let last: Int
    public let opportunities: Int

    public init(taken: Int, last: Int, opportunities: Int) {
      precondition(
        0 <= taken && taken <= last && last <= opportunities && (taken > 0) == (last > 0),
        "opportunities taken are among those there were")
      self.taken = taken
      self.last = last
      self.opportunities = opportunities
    }
  }

  /// In ascending order of taken, last and opportunities.
  public let rows: [Row]
  /// Customers with each.
  public let customers: [Double]

  public init(_ counts: [Row: Int]) {
    rows = counts.keys.sorted {
      ($0.taken, $0.last, $0.opportunities) < ($1.taken, $1.last, $1.opportunities)
    }
    customers = rows.map { Double(counts[$0] ?? 0) }
  }

  public var count: Int { Int(customers.reduce(0, +)) }

  /// Most opportunities anybody had.
  var longest: Int { rows.reduce(0) { max($0, $1.opportunities) } }
}
