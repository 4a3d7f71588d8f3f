public import Statistics

/// What each customer does under either plan, as only a simulated market can say.
public struct PotentialOutcomes: Sendable {
  public let metrics: [String]
  /// Under plan A, the control: a customer a row, a metric a column.
  public let control: Matrix
  /// Under plan B, in the same places.
  public let treated: Matrix
  /// What an experiment is to find out: by metric, everybody under B less everybody under A, per customer.
  public let truth: [Double]

  /// - Parameters:
  ///   - metrics: Names of the columns.
  ///   - control: Outcomes under plan A.
  ///   - treated: Outcomes under plan B.
  ///   - truth: The effect of the plan on everybody, where customers influence each other and it is not
  ///     the difference of the two means.
  /// - Throws: Where an outcome is not a number, or there are fewer than four customers.
  public init(metrics: [String], control: Matrix, treated: Matrix, truth: [Double]? = nil)
    throws(NotEstimable)
  {
    precondition(
      control.columns == metrics.count && treated.columns == metrics.count
        && control.rows == treated.rows && truth?.count ?? metrics.count == metrics.count,
      "two outcomes for each customer and metric")
    guard control.rows >= 4 else { throw NotEstimable("There are fewer than four customers.") }
    guard control.elements.allSatisfy(\.isFinite), treated.elements.allSatisfy(\.isFinite) else {
      throw NotEstimable("Some customers have no outcome.")
    }
    self.metrics = metrics
    self.control = control
    self.treated = treated
    if let truth {
      self.truth = truth
    } else {
      let (columns, rows) = (Array(metrics.indices), (0..<control.rows).map { UInt32($0) })
      self.truth = zip(
        treated.means(of: columns, rows: rows), control.means(of: columns, rows: rows)
      ).map { $0 - $1 }
    }
  }

  public var customers: Int { control.rows }
}
