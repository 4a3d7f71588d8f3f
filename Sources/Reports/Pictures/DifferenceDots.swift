import Charts
import Documents
import Market
import Planning

extension RunResult {
  /// Every plan's difference to the baseline as fifty equally likely markets; nil where there is one plan, or where
  /// too little was played to tell.
  var differenceDots: DotPlot? {
    let objective = ObjectiveDifferences(comparison.summary)
    let aim = scenario.objective.measure
    let scale = aim.unit == .money ? currency.scale : 1
    var rows: [DotPlot.Row] = []
    for place in ranking where place > 0 {
      guard
        let law = comparison.reader.design.prediction(of: objective.differences[place - 1])
      else { return nil }
      let dots = (dots(place) ?? []).map { $0 / scale }
      rows.append(
        DotPlot.Row(
          name: scenario.plans[place].name, dots: dots, notes: notes(law, place, scale)))
    }
    guard let first = rows.first else { return nil }
    return DotPlot(
      title: "Difference to the baseline, 50 equally likely markets a plan",
      sentence: "\(quoted(first.name)) is better than \(quoted(scenario.plans[0].name)) in"
        + " \(betterIn(ranking.first { $0 > 0 } ?? 0)) markets.",
      rows: rows,
      axis: (aim.unit == .money ? "\(currency.code), " : "") + "\(aim.title) more or less than"
        + " \(quoted(scenario.plans[0].name)), value after the horizon included")
  }

  /// As the answer says it, which counts the markets that were played; dots round that to fiftieths.
  private func betterIn(_ place: Int) -> String {
    comparison.plans[place].difference.map {
      Readable.outOfHundred($0.objective.chanceHigher)
    } ?? ""
  }

  private func notes(_ law: Prediction, _ place: Int, _ scale: Double) -> [String] {
    // By the midpoints of a thousand equally likely markets.
    let loss = (0..<1_000).reduce(0.0) { $0 + max(0, -law.quantile((Double($1) + 0.5) / 1_000)) }
    let expected = loss / 1_000 / scale
    return [
      "better in \(betterIn(place))",
      expected < 0.005 ? "no expected loss" : "expected loss \(Short.number(expected))",
    ]
  }
}
