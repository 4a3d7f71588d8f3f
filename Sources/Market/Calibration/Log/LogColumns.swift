public import Documents

/// What the columns of a log are called that matter here.
public struct LogColumns: Sendable, Equatable {
  public var customer: String
  public var date: String
  /// nil where only days count.
  public var amount: String?

  public init(customer: String, date: String, amount: String?) {
    self.customer = customer
    self.date = date
    self.amount = amount
  }

  /// By what is wanted of them.
  public var table: TableColumns {
    TableColumns(numbers: amount.map { [$0] } ?? [], dates: [date], names: [customer])
  }

  /// Where they are, given the names in the first row.
  func positions(among names: HeaderNames) throws(LogProblem) -> LogColumnPositions {
    do {
      return LogColumnPositions(
        customer: try names.position(of: customer, option: "--customer"),
        date: try names.position(of: date, option: "--date"),
        amount: try amount.map { (name) throws(HeaderProblem) in
          try names.position(of: name, option: "--amount")
        }, count: names.count)
    } catch {
      throw .header(error)
    }
  }
}

struct LogColumnPositions: Sendable {
  let customer: Int
  let date: Int
  let amount: Int?
  /// Columns there are.
  let count: Int
}
