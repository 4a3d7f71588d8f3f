import Documents
import Market
import Planning
import Statistics
import Takeaways

/// The surface of a sweep as letters: with one lever a line a point, with two a table of means.
enum SweepPicture {
  case line(RangeLines)
  case grid(Table)

  func text(width: Int) -> [String] {
    switch self {
    case .line(let lines): lines.text(width: width)
    case .grid(let table): table.text(width: width)
    }
  }
}

/// Means and ranges on one axis with a line at 0.
struct RangeLines {
  struct Line {
    let name: String
    let mean: Double
    let range: Interval?
    let mark: String
  }

  let lines: [Line]
  /// A figure of the axis.
  let label: (Double) -> String

  func text(width: Int) -> [String] {
    let names = lines.map(\.name.displayWidth).max() ?? 0
    let marks = lines.map(\.mark.displayWidth).max() ?? 0
    let room = min(72, width - names - marks - 4)
    guard room >= 16 else { return [] }
    let ends: [Double] =
      lines.flatMap { line -> [Double] in
        [line.mean, line.range?.low ?? line.mean, line.range?.high ?? line.mean]
      } + [0]
    guard let low = ends.min(), let high = ends.max(), high > low else { return [] }
    func column(_ value: Double) -> Int {
      Int(((value - low) / (high - low) * Double(room - 1)).rounded())
    }
    let body = lines.map { line -> String in
      var cells = [Character](repeating: " ", count: room)
      if let range = line.range {
        for place in column(range.low)...column(range.high) { cells[place] = "─" }
      }
      cells[column(0)] = cells[column(0)] == " " ? "│" : "┼"
      cells[column(line.mean)] = "●"
      let picture = "\(String(cells)) \(line.mark)".withoutSpacesAtEnd
      return "\(line.name.padded(to: names, atStart: true))  \(picture)"
    }
    return body + [axis(low, high, column(0), room, names)]
  }

  /// The ends and 0, where there is room between them.
  private func axis(_ low: Double, _ high: Double, _ zero: Int, _ room: Int, _ names: Int) -> String
  {
    var cells = [Character](repeating: " ", count: room)
    func put(_ text: String, from start: Int) {
      let start = max(0, min(start, room - text.count))
      let around = max(0, start - 1)...min(room - 1, start + text.count)
      guard text.count <= room, cells[around].allSatisfy({ $0 == " " }) else { return }
      for (place, character) in text.enumerated() { cells[start + place] = character }
    }
    put("0", from: zero)
    if low < 0 { put(label(low), from: 0) }
    if high > 0 { put(label(high), from: room) }
    return String(repeating: " ", count: names + 2) + String(cells).withoutSpacesAtEnd
  }
}

extension SweepReport {
  var picture: SweepPicture {
    guard grid.levers.count == 1 else { return .grid(surface) }
    let figures = grid.points.indices.flatMap {
      [change($0), prediction($0)?.low, prediction($0)?.high]
    }
    let rounding = Rounding(figures, aim.unit, currency)
    return .line(
      RangeLines(
        lines: grid.points.indices.map { point in
          RangeLines.Line(
            name: name(point), mean: change(point), range: prediction(point), mark: mark(point))
        },
        label: { ($0 < 0 ? "−" : "+") + rounding.bare($0) }))
  }

  private func mark(_ point: Int) -> String {
    guard result.role.isChosen else {
      return assumedPoints?.contains(point) == true ? "assumed" : ""
    }
    return point == result.best ? "best" : result.flat.contains(point) ? "as good" : ""
  }

  /// The first lever's values down, the second's across; the best mean has a star, those as good a circle.
  var surface: Table {
    let across = grid.settings[1]
    let rounding = Rounding(grid.points.indices.map { change($0) }, aim.unit, currency)
    var table = Table(
      currency,
      columns: [Column("\(grid.levers[0].name) ↓  \(grid.levers[1].name) →")]
        + across.map { Column($0.text) })
    for (row, setting) in grid.settings[0].enumerated() {
      let cells = across.indices.map { column -> Cell in
        let point = row * across.count + column
        let sign = change(point) < 0 ? "−" : "+"
        let isShown = result.role.isChosen
        let mark =
          !isShown ? "" : point == result.best ? " ★" : result.flat.contains(point) ? " ○" : ""
        return .text(sign + rounding.bare(change(point)) + mark)
      }
      table.append([.text(setting.text)] + cells)
    }
    return table
  }
}
