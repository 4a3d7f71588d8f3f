import Charts
import Market
import Planning
import Takeaways

extension RunResult {
  /// From contacts to customers, by source; nil where nobody new comes.
  func sourceStages(_ plan: Standing) -> Stages? {
    let table = channelsTable
    let titles = ["contacts", "contacts taken in", "became aware", "acquired"]
    let columns = titles.compactMap { title in table.columns.firstIndex { $0.title == title } }
    guard columns.count == titles.count else { return nil }
    let own = table.rows.filter { $0[0] == .text(plan.plan) }
    var rows: [Stages.Row] = []
    for row in own {
      guard case .text(let written) = row[1] else { continue }
      let isFromBefore = written == "before day 1"
      let source = isFromBefore ? "knew us before day 1" : written
      let isBought = row[columns[0]].number.map { $0 > 0 } ?? false
      // Only channels contact anybody.
      let counts = columns.enumerated().map { stage, column in
        stage < 2 && !isBought || isFromBefore && stage < 3
          ? Double.nan : row[column].number ?? .nan
      }
      guard counts.contains(where: { $0 > 0 }) else { continue }
      rows.append(
        Stages.Row(
          name: source, counts: counts,
          labels: counts.map {
            $0.isNaN ? "" : Readable.number($0, decimals: $0 > 0 && $0 < 10 ? 1 : 0)
          }))
    }
    // One bar is no way that anybody goes.
    let bars = rows.reduce(0) { $0 + $1.counts.count { !$0.isNaN } }
    guard bars > 1, let largest = rows.max(by: { ($0.counts.last ?? 0) < ($1.counts.last ?? 0) }),
      let most = largest.counts.last, most > 0
    else { return nil }
    return Stages(
      title: "From contacts to customers under \(quoted(plan.plan)), by source",
      sentence: "The source of most new customers under \(quoted(plan.plan)): \(largest.name),"
        + " \(largest.labels.last ?? "").",
      stages: titles.dropLast() + ["customers"], rows: rows,
      axis: "Means over markets within the \(horizonWords); per cent of the stage before. Customers"
        + " belong to the source of their last contact, and people may know us from before day 1.")
  }

  private var horizonWords: String { Readable.counted(scenario.horizon, "day") }
}
