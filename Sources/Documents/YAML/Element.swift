/// A part of a file as written: a value, a list or a block of keys, and where it stands.
package struct Element: Sendable, Equatable {
  package var place: Place
  /// Keys and list positions from the top, such as `plans[2].name`.
  package var path: String
  package var content: Content

  package init(place: Place, path: String, content: Content) {
    self.place = place
    self.path = path
    self.content = content
  }

  package indirect enum Content: Sendable, Equatable {
    /// Nothing, as in `price:` with no value.
    case empty
    case scalar(String)
    case list([Element])
    case block([Entry])
  }

  package struct Entry: Sendable, Equatable {
    package var name: String
    package var place: Place
    package var value: Element

    package init(name: String, place: Place, value: Element) {
      self.name = name
      self.place = place
      self.value = value
    }
  }

  package var entries: [Entry] {
    guard case .block(let entries) = content else { return [] }
    return entries
  }

  /// The value of a key of this block, or `nil` where it is not given.
  package subscript(name: String) -> Element? { entries.first { $0.name == name }?.value }

  /// The value of a key of this block, or where it would stand.
  package func inner(_ name: String) -> Element { self[name] ?? absent(name) }

  /// Where the value of a key would stand: for reports about a key that is missing.
  package func absent(_ name: String) -> Element {
    Element(place: place, path: path.isEmpty ? name : "\(path).\(name)", content: .empty)
  }
}

/// A position in a file, counted from 1, columns in Unicode scalars; in a table rows and columns of cells.
package struct Place: Sendable, Hashable {
  package var line: Int
  package var column: Int
  /// The table the file takes a part of itself from; nil in the file itself.
  package var table: String?

  package init(line: Int, column: Int, table: String? = nil) {
    self.line = line
    self.column = column
    self.table = table
  }

  /// What spreadsheets call a cell of a table, such as `C3`; nil in a text.
  package var cell: String? {
    guard table != nil else { return nil }
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(line)"
  }
}
