import Documents
import Market
public import Takeaways

extension RunResult {
  public var assumptionsTable: Table { Table(assumptions, currency) }
}

extension Table {
  /// A row for everything that is not known: its range, and what that rests on.
  init(_ assumptions: [Assumption], _ currency: Currency) {
    self.init(
      currency,
      columns: [
        Column("assumption"), Column("basis"), Column("from"), Column("median"), Column("to"),
        Column("unit"), Column("law"), Column("why"),
      ])
    for assumption in assumptions {
      append(
        [.text(assumption.name), .text(assumption.basis.rawValue)]
          + [assumption.low, assumption.median, assumption.high].map {
            .exact($0, decimals: Decimals.places($0, digits: 4))
          }
          + [
            .text(assumption.unit), .text(assumption.law.rawValue),
            assumption.why.map { .text($0) } ?? .empty,
          ])
    }
  }
}
