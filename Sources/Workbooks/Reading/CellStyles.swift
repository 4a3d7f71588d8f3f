/// What the numbers of cells are shown as, by the number of their style.
final class CellStyles: XMLPart {
  enum Kind: Equatable {
    case number, percent, date, time
  }

  private var codes: [Int: String] = [:]
  private var kinds: [Kind] = []
  private var isInCells = false

  /// What a cell's number is shown as, by the style the cell gives; nil for none.
  func kind(_ style: Int?) -> Kind {
    guard let style, kinds.indices.contains(style) else { return .number }
    return kinds[style]
  }

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      codes[id] = attributes["formatCode"]
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      kinds.append(codes[id].map(Self.kind(ofCode:)) ?? Self.kind(ofBuiltIn: id))
    default: break
    }
  }

  override func end(_ element: String) { if element == "cellXfs" { isInCells = false } }

  /// ISO/IEC 29500-1, 18.8.30; 27 to 36 and 50 to 58 are dates of East Asian languages.
  private static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 36, 50...58: .date
    case 18...21, 32...35, 45, 47: .time
    default: .number
    }
  }

  /// A code's first part, without what stands in quotes, brackets or after a backslash, tells.
  static func kind(ofCode code: String) -> Kind {
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        // Hours and minutes that go on beyond a day are lengths of time.
        if !inner.isEmpty, inner.allSatisfy({ "hms".contains($0) }) { return .number }
        rest = rest.dropFirst(inner.count + 1)
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      default: letters.insert(sign)
      }
    }
    if letters.contains("d") || letters.contains("y") { return .date }
    if letters.contains("h") || letters.contains("s") { return .time }
    if letters.contains("m") { return .date }
    return letters.contains("%") ? .percent : .number
  }
}
