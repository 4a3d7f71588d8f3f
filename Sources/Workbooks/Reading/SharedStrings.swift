/// The texts that cells refer to by number, as they stand in comma-separated values.
final class SharedStrings: XMLPart {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var item = ""
  private var isText = false
  private var readings = 0
  private let takesCommas: Bool

  /// - Parameter takesCommas: Whether commas stand before decimals.
  init(takesCommas: Bool) { self.takesCommas = takesCommas }

  /// Adds a text to a row.
  ///
  /// - Returns: False where there is no text of this number.
  func append(_ number: Int, to row: inout [UInt8]) -> Bool {
    guard ends.indices.contains(number) else { return false }
    row.append(contentsOf: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
    return true
  }

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "si": item = ""
    // How a text is read aloud stands beside it in East Asian workbooks.
    case "rPh": readings += 1
    case "t": isText = readings == 0
    default: break
    }
  }

  override func text(_ text: String) { if isText { item += text } }

  override func end(_ element: String) {
    switch element {
    case "t": isText = false
    case "rPh": readings -= 1
    case "si":
      CellText.append(item, to: &bytes, takesCommas: takesCommas)
      ends.append(bytes.count)
      if bytes.count > SheetCells.most { problem = .tooLarge("it has more than 1 GB of text") }
    default: break
    }
  }
}
