import Documents

/// A workbook (.xlsx, Office Open XML, ISO/IEC 29500) of which sheets can be read.
public struct Workbook {
  public struct Sheet: Sendable, Equatable {
    public let name: String
    public let isHidden: Bool
    /// Where it is in the archive.
    let part: String
  }

  /// Sheets with cells, in their order.
  public let sheets: [Sheet]
  private let archive: Archive
  private let strings: SharedStrings
  private let styles: CellStyles
  private let startsIn1904: Bool

  private let takesCommas: Bool

  /// Reads everything but the cells.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - takesCommas: Whether in cells that hold a figure as text a comma stands before decimals.
  /// - Throws: Why it cannot be read as a workbook.
  public init(_ bytes: [UInt8], takesCommas: Bool = false) throws(WorkbookProblem) {
    self.takesCommas = takesCommas
    archive = try Archive(bytes)
    let links = Relationships()
    let root = try links.targets("", of: archive, ending: "/officeDocument").first?.part
    let book = root ?? "xl/workbook.xml"
    guard archive.has(book) else {
      if archive.has("mimetype"), archive.has("content.xml") {
        throw .otherKind("an OpenDocument spreadsheet (.ods)")
      }
      throw archive.has("xl/workbook.bin") ? .otherKind("a binary workbook (.xlsb)") : .otherArchive
    }
    if book.hasSuffix(".bin") { throw .otherKind("a binary workbook (.xlsb)") }
    let contents = WorkbookContents()
    _ = try contents.read(book, of: archive)
    let targets = try links.targets(book, of: archive, ending: "")
    sheets = contents.sheets.compactMap { sheet in
      guard let target = targets.first(where: { $0.id == sheet.id }),
        target.kind.hasSuffix("/worksheet")
      else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.part)
    }
    guard !sheets.isEmpty else { throw .noSheets }
    func part(_ kind: String) -> String? { targets.first { $0.kind.hasSuffix(kind) }?.part }
    strings = SharedStrings(takesCommas: takesCommas)
    if let part = part("/sharedStrings") { _ = try strings.read(part, of: archive) }
    styles = CellStyles()
    if let part = part("/styles") { _ = try styles.read(part, of: archive) }
    startsIn1904 = contents.startsIn1904
  }

  /// Whether bytes begin as those of a workbook do.
  public static func isOne(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// What is wrong with a file of the older kind that office programs lock workbooks in; nil where nothing is
  /// known to be.
  public static func lockedProblem(_ bytes: [UInt8]) -> WorkbookProblem? {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return nil }
    let mark: [UInt8] = Array("EncryptedPackage".utf16.map { UInt8($0) }.map { [$0, 0] }.joined())
    var place = 0
    while let found = bytes[place...].firstIndex(of: mark[0]) {
      if bytes[found...].starts(with: mark) { return .encrypted }
      place = found + 1
    }
    return nil
  }

  /// The sheet of a name, or the first that is not hidden.
  ///
  /// - Parameter name: As on its tab; nil for the first.
  /// - Returns: The sheet.
  /// - Throws: `WorkbookProblem.noSheet` with those there are.
  public func sheet(_ name: String?) throws(WorkbookProblem) -> Sheet {
    guard let name else { return sheets.first { !$0.isHidden } ?? sheets[0] }
    if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
    let folded = name.lowercased()
    if let sheet = sheets.first(where: { $0.name.lowercased() == folded }) { return sheet }
    throw .noSheet(name, among: sheets.map(\.name))
  }

  /// The cells of a sheet as comma-separated values: a line a row, so that rows keep their numbers.
  ///
  /// Dates are written as in ISO 8601, figures with a point, truths as TRUE and FALSE; of formulas the stored
  /// values are taken.
  ///
  /// - Parameters:
  ///   - sheet: One of `sheets`.
  ///   - form: How figures are written.
  /// - Returns: The text and what there is to say about it.
  /// - Throws: What is wrong with the sheet.
  public func text(
    of sheet: Sheet, as form: SheetText.Form = .values
  ) throws(WorkbookProblem) -> SheetText {
    let cells = SheetCells(
      strings, styles, startsIn1904: startsIn1904, form, takesCommas: takesCommas)
    guard try cells.read(sheet.part, of: archive) else {
      throw .broken("the sheet “\(sheet.name)” is not in it")
    }
    return SheetText(
      pieces: cells.finish(),
      notes: notes(on: sheet) + cells.notes)
  }

  /// The cells of the sheet of a name, or of the first that is not hidden and not empty.
  ///
  /// - Parameters:
  ///   - name: As on its tab; nil for the first.
  ///   - form: How figures are written.
  /// - Returns: The text and what there is to say about it.
  /// - Throws: What is wrong with the workbook, or that no sheet has the name.
  public func text(
    ofSheet name: String?, as form: SheetText.Form = .values
  ) throws(WorkbookProblem) -> SheetText {
    let first = try text(of: sheet(name), as: form)
    guard name == nil, first.isEmpty else { return first }
    for sheet in sheets where !sheet.isHidden {
      let text = try text(of: sheet, as: form)
      if !text.isEmpty { return text }
    }
    return first
  }

  private func notes(on sheet: Sheet) -> [String] {
    guard sheets.count > 1 else { return [] }
    let others = sheets.filter { $0 != sheet }.map { "“\($0.name)”" }
    let named = others.prefix(4).joined(separator: ", ") + (others.count > 4 ? ", …" : "")
    return [
      "The sheet “\(sheet.name)” is read, not \(named); --sheet names another."
    ]
  }
}

/// The cells of a sheet as text.
public struct SheetText: Sendable {
  /// How figures are written.
  public enum Form: Sendable {
    /// As they are stored.
    case values
    /// Shares as percentages where they are shown so.
    case asShown
  }

  /// The text in pieces of some hundred kilobytes.
  public let pieces: [[UInt8]]
  /// What whoever uses it should know, in sentences.
  public let notes: [String]

  /// Whether there is nothing in any cell.
  public var isEmpty: Bool { pieces.allSatisfy { $0.allSatisfy { $0 == 0x0A } } }
}
