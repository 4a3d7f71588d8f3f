internal import Statistics

/// What the columns of a log are called that matter here.
public struct LogColumns: Sendable, Equatable {
  public var customer: String
  public var date: String
  public var amount: String

  public init(customer: String, date: String, amount: String) {
    self.customer = customer
    self.date = date
    self.amount = amount
  }

  /// Where they are, given the names in the first row; case counts only where names differ in nothing
  /// else.
  func positions(among names: [String]) throws(LogProblem) -> LogColumnPositions {
    LogColumnPositions(
      customer: try Self.position(of: customer, option: "customer", among: names),
      date: try Self.position(of: date, option: "date", among: names),
      amount: try Self.position(of: amount, option: "amount", among: names), count: names.count)
  }

  private static func position(
    of wanted: String, option: String, among names: [String]
  ) throws(LogProblem) -> Int {
    let same = names.indices.filter { names[$0] == wanted }
    if same.count > 1 { throw .ambiguousColumn(wanted, option: option) }
    if let position = same.first { return position }
    let alike = names.indices.filter { names[$0].lowercased() == wanted.lowercased() }
    guard alike.count == 1, let position = alike.first else {
      throw .noColumn(
        wanted: wanted, option: option, known: names, nearest: nearest(to: wanted, among: names))
    }
    return position
  }
}

struct LogColumnPositions: Sendable {
  let customer: Int
  let date: Int
  let amount: Int
  /// Columns there are.
  let count: Int
}
