internal import Documents

extension PurchaseSummary {
  /// The customers by the opportunities they took up to the end of observation.
  ///
  /// An opportunity counts once it is over, so that nobody has missed one that still runs.
  ///
  /// - Parameter opportunity: What an opportunity is.
  /// - Returns: Everybody's, in the order of the histories; nil for who first bought in the one that still runs.
  func opportunities(_ opportunity: Opportunity) -> [OpportunityTable.Row?] {
    let last = opportunity.lastComplete(by: observationEnd)
    var taken: [OpportunityTable.Row?] = []
    log.forEachCustomer { _, rows, _, _ in
      let days = Self.distinctDays(rows)
      guard let first = days.first, first <= observationEnd.dayNumber else { return }
      let own = Set(days.map { opportunity.index(of: CalendarDate(dayNumber: $0)) })
        .filter { $0 <= last }
      guard let start = own.min(), let end = own.max() else { return taken.append(nil) }
      taken.append(
        OpportunityTable.Row(
          taken: own.count - 1, last: end - start, opportunities: last - start))
    }
    return taken
  }
}
