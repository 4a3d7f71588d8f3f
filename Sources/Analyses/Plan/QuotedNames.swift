import Experiments

/// Names in double quotes within what a planner writes, in which no sign has a meaning: `"Cost / conv."`.
public struct QuotedNames {
  /// The text with a stand-in for each quoted name, which no other text can hold.
  private(set) var text = ""
  private var names: [String] = []

  init(_ written: String) {
    var rest = written[...]
    while let open = rest.firstIndex(of: "\""),
      let close = rest[rest.index(after: open)...].firstIndex(of: "\"")
    {
      text += rest[..<open]
      text.append(Self.standIn(names.count))
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }

  var isEmpty: Bool { names.isEmpty }

  /// Whether a part of the text is one quoted name and nothing else.
  static func isOne(_ part: String) -> Bool {
    part.unicodeScalars.count == 1 && (part.unicodeScalars.first?.value ?? 0) >= 0xF0000
  }

  /// From the private use area, which is for such.
  private static func standIn(_ place: Int) -> Character {
    Character(Unicode.Scalar(0xF0000 + UInt32(truncatingIfNeeded: place % 0xFFFD)) ?? "?")
  }

  /// A part of the text with the names put back.
  func restored(_ part: String) -> String {
    guard !names.isEmpty else { return part }
    var restored = part
    for (place, name) in names.enumerated() {
      restored = restored.replacing(String(Self.standIn(place)), with: name)
    }
    return restored
  }

  /// The names in a list, such as `age,"a, b"`.
  ///
  /// - Parameters:
  ///   - written: What was written.
  ///   - areQuoted: Whether names keep the quotes they had.
  /// - Returns: The names in order.
  public static func list(_ written: String, areQuoted: Bool = false) -> [String] {
    var quoted = QuotedNames(written)
    if areQuoted { quoted.names = quoted.names.map { "\"\($0)\"" } }
    return quoted.text.split(separator: ",").map {
      quoted.restored(MetricSpecification.trimmed($0))
    }
  }
}
