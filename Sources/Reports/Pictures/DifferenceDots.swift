import Charts
import Documents
import Market
import Planning
import Takeaways

extension RunResult {
  /// Every plan's difference to the baseline as fifty equally likely markets; nil where there is one plan, or where
  /// too little was played to tell.
  var differenceDots: DotPlot? {
    let aim = scenario.objective.measure
    let scale = aim.unit == .money ? currency.scale : 1
    let laws = differenceLaws
    guard let best = laws.first?.place, laws.count == scenario.plans.count - 1 else { return nil }
    let rows = laws.map { place, law in
      DotPlot.Row(
        name: scenario.plans[place].name, dots: law.dots.map { $0 / scale },
        notes: notes(law, place, scale))
    }
    return DotPlot(
      title: "Difference to the baseline, 50 equally likely markets a plan",
      sentence:
        "\(quoted(scenario.plans[best].name)) is better than \(quoted(scenario.plans[0].name))"
        + " \(betterIn(best)).",
      rows: rows,
      axis: (aim.unit == .money ? "\(currency.code), " : "") + "\(aim.title) more or less than"
        + " \(quoted(scenario.plans[0].name)), value after the horizon included")
  }

  private func notes(_ law: Prediction, _ place: Int, _ scale: Double) -> [String] {
    // By the midpoints of a thousand equally likely markets.
    let loss = (0..<1_000).reduce(0.0) { $0 + max(0, -law.quantile((Double($1) + 0.5) / 1_000)) }
    let expected = loss / 1_000 / scale
    let difference = comparison.plans[place].difference?.objective.estimate
    guard difference?.isAlike != true else { return ["better in \(shortBetterIn(place))"] }
    return [
      // As the answer says it, which counts the markets that were played; dots round that to fiftieths.
      "better in \(shortBetterIn(place))",
      expected < 0.005 ? "no expected loss" : "expected loss \(Short.number(expected))",
    ]
  }
}
