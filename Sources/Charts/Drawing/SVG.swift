/// A drawing, element by element; the same calls give the same bytes.
///
/// Lengths are CSS pixels from the top left corner. What things look like is said by classes, which
/// ``Palette`` gives their colours in the light and in the dark.
public struct SVG: Sendable {
  public let width: Double
  /// Set once it is known how far down the drawing goes.
  public var height: Double
  private var body = ""

  public enum Anchor: String, Sendable { case start, middle, end }

  public init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  public mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) {
    body +=
      "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\""
      + " class=\"\(style)\"/>"
  }

  /// A rectangle; what it stands for is said where a pointer rests on it.
  public mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String, hint: String = ""
  ) {
    body +=
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0, width)))\""
      + " height=\"\(number(max(0, height)))\" class=\"\(style)\"\(Self.end("rect", hint))"
  }

  /// A circle; what it stands for is said where a pointer rests on it.
  public mutating func circle(
    x: Double, y: Double, radius: Double, _ style: String, hint: String = ""
  ) {
    body +=
      "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\""
      + " class=\"\(style)\"\(Self.end("circle", hint))"
  }

  private static func end(_ element: String, _ hint: String) -> String {
    hint.isEmpty ? "/>" : "><title>\(hint.markup)</title></\(element)>"
  }

  /// A line through points, or the area within them.
  public mutating func path(
    _ points: [(x: Double, y: Double)], isClosed: Bool = false, _ style: String
  ) {
    guard let first = points.first else { return }
    body += "<path d=\"M\(number(first.x)) \(number(first.y))"
    for point in points.dropFirst() { body += "L\(number(point.x)) \(number(point.y))" }
    body += "\(isClosed ? "Z" : "")\" class=\"\(style)\"/>"
  }

  /// Letters on a line; `y` is where they stand.
  public mutating func text(
    _ text: String, x: Double, y: Double, _ style: String, _ anchor: Anchor = .start
  ) {
    body +=
      "<text x=\"\(number(x))\" y=\"\(number(y))\" class=\"\(style)\""
      + "\(anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")>\(text.markup)</text>"
  }

  /// The drawing as an element of a page.
  ///
  /// - Parameters:
  ///   - title: What it is.
  ///   - description: What it says, for those who cannot see it.
  ///   - style: A class of the element.
  /// - Returns: The markup.
  public func element(title: String, description: String, style: String = "") -> String {
    "<svg viewBox=\"0 0 \(number(width)) \(number(height))\"\(style.isEmpty ? "" : " class=\"\(style)\"")"
      + " role=\"img\" aria-label=\"\(title.markup): \(description.markup)\""
      + " xmlns=\"http://www.w3.org/2000/svg\">"
      + "<title>\(title.markup)</title><desc>\(description.markup)</desc>\(body)</svg>"
  }

  /// The drawing as a file of its own.
  public func file(title: String, description: String) -> String {
    let drawing = element(title: title, description: description, style: "chart")
    let start = drawing.prefix { $0 != ">" }
    return start
      + " width=\"\(number(width))\" height=\"\(number(height))\"><style>\(Palette.css)</style>"
      + drawing.dropFirst(start.count + 1) + "\n"
  }

  /// With one decimal at most.
  private func number(_ value: Double) -> String {
    guard !value.isNaN else { return "0" }
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let (whole, tenth) = (abs(tenths) / 10, abs(tenths) % 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(tenth == 0 ? "" : ".\(tenth)")"
  }
}

extension String {
  /// The text where markup stands around it: nothing in it is taken for any.
  public var markup: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      // Neither XML nor people can do anything with them.
      case "\0"..." " where scalar != " " && scalar != "\n" && scalar != "\t": text += "\u{FFFD}"
      case "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      // A direction that is begun in a name would turn what follows it.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
