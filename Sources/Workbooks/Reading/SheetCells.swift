import Documents

/// Writes the cells of a sheet down as comma-separated values.
final class SheetCells: XMLPart {
  private let strings: SharedStrings
  private let styles: CellStyles
  private let startsIn1904: Bool
  private let form: SheetText.Form
  private let takesCommas: Bool

  private var pieces: [[UInt8]] = []
  private var piece: [UInt8] = []
  private var written = 0
  /// Rows that have ended.
  private var rows = 0
  /// Fields of the widest row so far: shorter ones are filled up, since cells that are empty are left out.
  private var width = 0

  private var row: [UInt8] = []
  private var column = 0
  private var isRowHidden = false

  private var place = 0
  private var kind = ""
  private var style: Int?
  private var value = ""
  private var isValue = false
  private var hasFormula = false
  private var readings = 0

  private var hiddenRows = 0
  private var unstored = 0

  /// Rows and columns of the largest sheet that programs write.
  private static let mostRows = 1 << 20
  private static let mostColumns = 1 << 14
  /// Bytes of text at most.
  static let most = 1 << 30
  private static let pieceLength = 1 << 18

  init(
    _ strings: SharedStrings, _ styles: CellStyles, startsIn1904: Bool, _ form: SheetText.Form,
    takesCommas: Bool
  ) {
    (self.strings, self.styles, self.form) = (strings, styles, form)
    self.takesCommas = takesCommas
    self.startsIn1904 = startsIn1904
  }

  func finish() -> [[UInt8]] {
    if !piece.isEmpty { pieces.append(piece) }
    piece = []
    return pieces
  }

  var notes: [String] {
    var notes: [String] = []
    if hiddenRows > 0 {
      notes.append(
        hiddenRows == 1
          ? "A hidden row of the sheet is read as the others are."
          : "\(grouped(hiddenRows)) hidden rows of the sheet are read as the others are.")
    }
    if unstored > 0 {
      notes.append(
        "Of \(unstored == 1 ? "a formula" : "\(grouped(unstored)) formulas") the workbook holds no"
          + " result: open it in a spreadsheet and save it.")
    }
    return notes
  }

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "row": beginRow(attributes)
    case "c": beginCell(attributes)
    case "v": isValue = true
    case "t": isValue = kind == "inlineStr" && readings == 0
    case "rPh": readings += 1
    case "f": hasFormula = true
    default: break
    }
  }

  override func text(_ text: String) { if isValue { value += text } }

  override func end(_ element: String) {
    switch element {
    case "row": endRow()
    case "c": endCell()
    case "v", "t": isValue = false
    case "rPh": readings -= 1
    default: break
    }
  }

  private func beginRow(_ attributes: [String: String]) {
    let number = attributes["r"].flatMap { Int($0) } ?? rows + 1
    guard number > rows, number <= Self.mostRows else {
      problem = .broken("its rows are out of order")
      return
    }
    for _ in rows + 1..<number { piece.append(0x0A) }
    rows = number - 1
    column = 0
    row.removeAll(keepingCapacity: true)
    isRowHidden = ["1", "true"].contains(attributes["hidden"] ?? "")
  }

  private func endRow() {
    rows += 1
    if !row.isEmpty {
      if column < width { row.append(contentsOf: repeatElement(0x2C, count: width - column)) }
      width = max(width, column)
      if row.contains(where: { $0 != 0x2C }) {
        piece.append(contentsOf: row)
        if isRowHidden { hiddenRows += 1 }
      }
    }
    piece.append(0x0A)
    guard piece.count >= Self.pieceLength else { return }
    written += piece.count
    pieces.append(piece)
    piece.removeAll(keepingCapacity: false)
    piece.reserveCapacity(Self.pieceLength + 4096)
    if written > Self.most { problem = .tooLarge("the sheet has more than 1 GB of text") }
  }

  private func beginCell(_ attributes: [String: String]) {
    place = attributes["r"].map(Self.column) ?? column + 1
    guard place > column, place <= Self.mostColumns else {
      problem = .broken("the cells of row \(rows + 1) are out of order")
      return
    }
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) }
    value = ""
    hasFormula = false
  }

  /// The column of a place such as `AB12`, from 1 on; 0 for none.
  private static func column(_ place: String) -> Int {
    var column = 0
    for byte in place.utf8 {
      guard (0x41...0x5A).contains(byte & 0xDF), column < mostColumns else { break }
      column = column * 26 + Int(byte & 0xDF) - 0x40
    }
    return column
  }

  private func endCell() {
    guard !value.isEmpty || hasFormula else { return }
    // A row's first field needs no comma before it.
    let commas = column == 0 ? place - 1 : place - column
    row.append(contentsOf: repeatElement(0x2C, count: commas))
    column = place
    guard !value.isEmpty else {
      // A formula may come to an empty text, which is stored as one.
      if kind != "str" { noteUnstored() }
      return
    }
    switch kind {
    case "s":
      guard let number = Int(value), strings.append(number, to: &row) else {
        problem = .broken("row \(rows + 1) refers to a text that is not there")
        return
      }
    case "b": row.append(contentsOf: (value == "0" || value == "false" ? "FALSE" : "TRUE").utf8)
    case "n": appendNumber()
    default: CellText.append(value, to: &row, takesCommas: takesCommas)
    }
  }

  private func noteUnstored() {
    unstored += 1
    CellText.append("formula without a result", to: &row)
  }

  private func appendNumber() {
    guard let number = Double(value), number.isFinite else {
      CellText.append(value, to: &row)
      return
    }
    switch styles.kind(style) {
    case .date:
      if let date = SerialDate(number, startsIn1904: startsIn1904) {
        row.append(contentsOf: date.text.utf8)
        return
      }
    case .percent where form == .asShown:
      row.append(contentsOf: percent(number).utf8)
      return
    // A time of day or a length of time is a number of days: which of them no style tells.
    case .percent, .number, .time: break
    }
    // Whole numbers beyond 2^53 stay as they were written.
    row.append(
      contentsOf: (abs(number) < 9e15 || value.utf8.contains { $0 | 0x20 == 0x65 }
        ? plain(number) : value).utf8)
  }
}
