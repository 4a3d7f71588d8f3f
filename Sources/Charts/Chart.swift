/// A picture of figures that answers one question.
///
/// It is drawn for a width, so that a telephone gets a picture of its own; its sentence and its data say the same
/// to those who cannot see it.
public protocol Chart: Sendable {
  /// What it is.
  var title: String { get }
  /// What it says, in a sentence.
  var sentence: String { get }
  /// All figures in it.
  var data: ChartData { get }
  func drawing(width: Double) -> SVG
}

/// The figures of a chart as a table of words.
public struct ChartData: Sendable, Equatable {
  public let header: [String]
  public let rows: [[String]]

  public init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }
}

extension Chart {
  /// Below this width labels stand above their rows.
  static var narrow: Double { 520 }

  /// The chart as a figure of a page, at the widths of a desk and of a telephone, with its data.
  public var figure: String {
    let wide = drawing(width: 860)
    let narrow = drawing(width: 340)
    return "<figure>"
      + wide.element(title: title, description: sentence, style: "chart wide")
      + narrow.element(title: title, description: sentence, style: "chart narrow")
      + "<details><summary>The figures</summary>\(data.table)</details></figure>"
  }
}

extension ChartData {
  /// The table as markup.
  public var table: String {
    "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>"
      + header.map { "<th scope=\"col\">\($0.markup)</th>" }.joined() + "</tr></thead><tbody>"
      + rows.map { row in
        "<tr>"
          + row.map { text in
            // Words are set left and may break; figures are not.
            let isWords = text.contains { $0.isLetter } && text.count > 12
            return "<td\(isWords ? " class=\"words\"" : "")>\(text.markup)</td>"
          }.joined() + "</tr>"
      }.joined() + "</tbody></table></div>"
  }
}
