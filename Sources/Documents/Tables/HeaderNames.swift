/// The names in the first row of a table.
public struct HeaderNames: Sendable, Equatable {
  public let names: [String]

  /// From the row last read, without spaces around names.
  public init(_ reader: CSVReader) {
    names = (0..<reader.fieldCount).map { place in
      reader.withField(place) { text in
        text.withoutSpaces.map { DecodedText(text.extracting($0)).text } ?? ""
      }
    }
  }

  public init(_ names: [String]) { self.names = names }

  public var count: Int { names.count }

  /// Where a column stands; case counts only where names differ in nothing else.
  ///
  /// - Parameters:
  ///   - wanted: The name of the column.
  ///   - option: What asked for it, as messages should say.
  /// - Returns: Its place in the row.
  /// - Throws: Where there is no such column, or more than one.
  public func position(of wanted: String, option: String) throws(HeaderProblem) -> Int {
    let same = names.indices.filter { names[$0] == wanted }
    if same.count > 1 { throw .ambiguous(wanted, option: option) }
    if let position = same.first ?? numbered(wanted) { return position }
    let alike = names.indices.filter { names[$0].lowercased() == wanted.lowercased() }
    guard alike.count == 1, let position = alike.first else {
      throw .missing(
        wanted: wanted, option: option, known: names, nearest: nearest(to: wanted, among: names))
    }
    return position
  }
}

extension HeaderNames {
  /// Where a name stands that several columns have, as in `amount#2` for the second of them.
  private func numbered(_ wanted: String) -> Int? {
    guard let mark = wanted.lastIndex(of: "#"),
      let number = Int(wanted[wanted.index(after: mark)...])
    else { return nil }
    let same = names.indices.filter { names[$0] == wanted[..<mark] }
    return same.indices.contains(number - 1) ? same[number - 1] : nil
  }
}

/// Why a column cannot be found.
public enum HeaderProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// No such column; those there are, and the one most like it.
  case missing(wanted: String, option: String, known: [String], nearest: String?)
  case ambiguous(String, option: String)

  public var description: String {
    switch self {
    case .missing(let wanted, let option, let known, let nearest):
      let guess = nearest.map { " Did you mean “\($0)”?" } ?? ""
      let names = known.map { "“\($0.count > 60 ? $0.prefix(59) + "…" : $0[...])”" }
        .joined(separator: ", ")
      return "there is no column “\(wanted)” (\(option)).\(guess) The columns are \(names)."
    case .ambiguous(let name, let option):
      return "there is more than one column “\(name)” (\(option)); write “\(name)#1” for"
        + " the first, “\(name)#2” for the second"
    }
  }
}
