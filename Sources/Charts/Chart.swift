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
  /// The table as markup: columns of words stand left and may break, columns of figures do not.
  public var table: String {
    let areWords = header.indices.map { column in
      let texts = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      return texts.contains { $0.count > 12 && $0.contains(where: \.isLetter) }
        || !texts.isEmpty && texts.allSatisfy { $0.first?.isLetter ?? false }
    }
    func style(_ column: Int) -> String { areWords[column] ? " class=\"words\"" : "" }
    return "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>"
      + header.enumerated().map { "<th scope=\"col\"\(style($0))>\($1.markup)</th>" }.joined()
      + "</tr></thead><tbody>"
      + rows.map { row in
        "<tr>"
          + zip(header.indices, row).map { "<td\(style($0))>\($1.markup)</td>" }.joined() + "</tr>"
      }.joined() + "</tbody></table></div>"
  }
}
