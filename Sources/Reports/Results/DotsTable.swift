import Documents
import Market
import Planning
public import Takeaways

extension RunResult {
  /// The laws of the plans' differences to the baseline, the best plan first, in minor units where it is money; plans
  /// of which too little was played to tell are left out.
  var differenceLaws: [(place: Int, law: Prediction)] {
    let objective = ObjectiveDifferences(comparison.summary)
    return ranking.filter { $0 > 0 }.compactMap { place in
      comparison.reader.design.prediction(of: objective.differences[place - 1])
        .map { (place, $0) }
    }
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
    let rows = differenceLaws.map { ($0.place, $0.law.dots) }
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

extension Prediction {
  /// Fifty equally likely values, ascending.
  var dots: [Double] { (0..<50).map { quantile((Double($0) + 0.5) / 50) } }
}
