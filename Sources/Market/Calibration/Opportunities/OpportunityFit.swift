/// BG/BB fitted to a log: customers by the opportunities they took.
///
/// It describes other data than the laws of purchases in time, so that its likelihood says nothing beside theirs.
public struct OpportunityFit: Sendable {
  public let opportunity: Opportunity
  public let fit: ModelFit<BGBB>
  public let table: OpportunityTable
  /// Customers who first bought in the opportunity that still ran at the end of observation.
  public let leftOut: Int
  private let rows: [OpportunityTable.Row?]

  init(_ summary: PurchaseSummary, _ opportunity: Opportunity) {
    self.opportunity = opportunity
    rows = summary.opportunities(opportunity)
    var counts: [OpportunityTable.Row: Int] = [:]
    for row in rows.lazy.compactMap(\.self) { counts[row, default: 0] += 1 }
    table = OpportunityTable(counts)
    leftOut = rows.count { $0 == nil }
    fit = BGBB.fit(table)
  }

  /// How many customers are expected not to have lapsed by the last opportunity; nil where it was not fitted.
  public var expectedAlive: Double? {
    fit.model.map { model in
      zip(table.rows, table.customers).reduce(0) { $0 + $1.1 * model.probabilityAlive($1.0) }
    }
  }

  /// What is to be expected of each customer, in the order of the histories.
  ///
  /// - Parameter next: Opportunities ahead.
  /// - Returns: P(alive) and the opportunities expected to be taken; nil where the model was not fitted, and for
  ///   customers who are left out.
  public func outlook(next: Int) -> [CustomerOutlook?]? {
    fit.model.map { model in
      let byRow = Dictionary(
        uniqueKeysWithValues: table.rows.map { row in
          (
            row,
            CustomerOutlook(
              probabilityAlive: model.probabilityAlive(row),
              expectedPurchases: model.expectedTaken(next: next, row))
          )
        })
      return rows.map { $0.flatMap { byRow[$0] } }
    }
  }
}
