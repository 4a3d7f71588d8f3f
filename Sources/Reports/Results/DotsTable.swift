import Documents
import Market
import Planning

extension RunResult {
  /// Fifty equally likely markets of a plan's difference to the baseline, ascending, in minor units where it is money;
  /// nil where too little was played to tell.
  func dots(_ place: Int) -> [Double]? {
    let objective = ObjectiveDifferences(comparison.summary)
    guard place > 0,
      let law = comparison.reader.design.prediction(of: objective.differences[place - 1])
    else { return nil }
    return (0..<50).map { law.quantile((Double($0) + 0.5) / 50) }
  }

  /// A row for every plan and one of fifty equally likely markets, with where its dot stands in a chart.
  public var dotsTable: Table {
    let aim = scenario.objective.measure
    var table = Table(
      currency,
      columns: [
        Column("plan"), Column("market"),
        Column("against the baseline", aim.unit, currency, isSigned: true),
        Column("dots below it"), Column("height"),
      ])
    let rows = ranking.compactMap { place in dots(place).map { (place, $0) } }
    let values = rows.flatMap(\.1)
    let width = ((values.max() ?? 0) - (values.min() ?? 0)) / 60
    for (line, row) in rows.enumerated() {
      var stacks: [Int: Int] = [:]
      for (market, value) in row.1.enumerated() {
        let bin = width > 0 ? Int((value / width).rounded()) : 0
        let below = stacks[bin, default: 0]
        stacks[bin] = below + 1
        table.append([
          .text(scenario.plans[row.0].name), .count(Double(market + 1)), Cell(value, aim.unit),
          .count(Double(below)),
          // The best plan stands on top, and no stack reaches the one above it.
          .figure(Double(rows.count - line) + 0.016 * Double(below), decimals: 3),
        ])
      }
    }
    return table
  }
}
