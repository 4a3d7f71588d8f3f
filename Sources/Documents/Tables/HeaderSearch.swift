/// Finds the row of column names, which titles may stand above.
public struct HeaderSearch: Sendable {
  /// Rows looked at.
  private static let most = 20
  private let wanted: [String]
  private var first: HeaderNames?
  private var looked = 0
  /// The row of the names, where titles stand above it.
  private var row: Int?

  /// - Parameter wanted: Columns that must be among the names.
  public init(wanted: [String]) { self.wanted = wanted }

  /// The names, if they are the row last read.
  ///
  /// Where no row has all that is wanted, the first is taken after some, so that what is missing is told of it.
  public mutating func look(at reader: CSVReader) -> HeaderNames? {
    let names = HeaderNames(reader)
    looked += 1
    if first == nil { first = names }
    let isHeader = wanted.allSatisfy { (try? names.position(of: $0, option: "")) != nil }
    if isHeader {
      if looked > 1 { row = reader.row }
      return names
    }
    return looked < Self.most ? nil : first
  }

  /// How the file is written, as far as that had to be found out.
  public func notes(on form: TableForm) -> [String] {
    form.sentences + (row.map { ["The names of columns stand in row \($0)."] } ?? [])
  }

  /// The names where the file ends before that many rows.
  public var fallback: HeaderNames? { first }
}
