import Charts
import Documents
import Market
import Planning
import Statistics

extension SweepReport {
  /// The report to open, keep and forward.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again.
  /// - Returns: The file.
  public func report(_ provenance: Provenance, command: String) -> OutputFile {
    let first: Page.Section =
      if let chart = strength {
        Page.Section(
          "How strong should it be?",
          [
            "Values on the shaded stretch are as good as the best. Every value is played on the same luck."
          ],
          chart)
      } else {
        Page.Section("How strong should it be?", notes, body: Page.table(surface))
      }
    return Page(
      kicker:
        "\(run.scenario.name) · \(quoted(grid.levers[0].plan)) by \(levers) · \(run.playedUnits)",
      sentences: sentences, facts: [],
      sections: [
        first,
        Page.Section(
          "All figures", notes,
          body: Page.table(grid.levers.count == 1 ? shownTable : sweepTable)),
        .again(command, run.origin(provenance)),
      ]
    ).file
  }

  /// The surface of one lever; nil for two.
  var strength: Strength? {
    guard grid.levers.count == 1, let low = result.flat.first, let high = result.flat.last else {
      return nil
    }
    let scale = aim.unit == .money ? currency.scale : 1
    let points = grid.points.indices.map { point in
      let range = prediction(point)
      return Strength.Point(
        value: grid.points[point].settings[0].number, label: name(point),
        mean: change(point) / scale, low: (range?.low ?? change(point)) / scale,
        high: (range?.high ?? change(point)) / scale)
    }
    return Strength(
      title: "\(aim.title.withCapital) against \(quoted(baseline)) by \(levers)",
      sentence: sentences.first ?? "", points: points, best: result.best, flat: low...high,
      panels: panels,
      axis: (aim.unit == .money ? "\(currency.code), " : "")
        + "\(aim.title) more or less than \(quoted(baseline)); the band holds 95 of 100 markets",
      leverAxis: levers)
  }

  private var panels: [Strength.Panel] {
    guard hasTakers else { return [] }
    let takers = grid.points.indices.map(takers)
    let wasted = grid.points.indices.map { deadWeight($0) ?? .nan }
    return [
      Strength.Panel(
        name: "offers taken", values: takers, labels: takers.map { Short.number($0) }),
      Strength.Panel(
        name: "of the redeemed, by people who would have come anyway", values: wasted,
        labels: wasted.map { $0.isNaN ? "–" : Readable.share($0, decimals: 0) }),
    ]
  }
}
