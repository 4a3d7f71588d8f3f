import Market

extension RunResult {
  /// A row for everything that is not known: its range, and what that rests on.
  public var assumptionsTable: Table {
    var table = Table(
      currency,
      columns: [
        Column("assumption"), Column("basis"), Column("from"), Column("median"), Column("to"),
        Column("unit"), Column("law"), Column("why"),
      ])
    for assumption in assumptions {
      table.append(
        [.text(assumption.name), .text(assumption.basis.rawValue)]
          + [assumption.low, assumption.median, assumption.high].map { Cell($0, .ratio) }
          + [
            .text(assumption.unit), .text(assumption.law.rawValue),
            assumption.why.map { .text($0) } ?? .empty,
          ])
    }
    return table
  }
}
