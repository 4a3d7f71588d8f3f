import Analyses
import Experiments
import Takeaways

/// What was made of a switchback's rows, in a document.
struct SwitchbackPart: Encodable {
  let places: Int
  let windows: Int
  let cells: Int
  let windowsLeftOut: Int
  let burnIn: Int
  let rowsDropped: Int
  let comparison: String

  init(_ summary: SwitchbackSummary) {
    places = summary.places
    windows = summary.windows
    cells = summary.cells
    windowsLeftOut = summary.windowsLeftOut
    burnIn = summary.burnIn
    rowsDropped = summary.rowsDropped
    comparison = summary.comparison.rawValue
  }
}

extension SwitchbackSummary {
  /// What a planner reads of it.
  var sentence: String {
    var text =
      "Switchback: a unit is a place during a window: \(count(places, "place")),"
      + " \(count(windows, "window")), \(count(cells, "unit")); arms are compared"
      + " \(comparison.rawValue)."
    if rowsDropped > 0 {
      text +=
        " Dropped at the start of each window: \(count(burnIn, "row")),"
        + " \(Readable.count(rowsDropped)) in all."
    }
    if windowsLeftOut > 0 {
      text += " Left out: \(count(windowsLeftOut, "window")) with one arm only."
    }
    return text
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(Readable.count(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
