/// Numbers that a spreadsheet has cut to a few digits and a power of ten, such as `4.60123E+17`.
public enum CutNumber {
  /// Whether a cell is one: as a name it may stand for any of a great many.
  public static func isOne(_ cell: Span<UInt8>) -> Bool {
    let count = cell.count
    guard count >= 5, count <= 24,
      cell[count - 3] == UInt8(ascii: "+") || cell[count - 4] == UInt8(ascii: "+")
    else { return false }
    let text = DecodedText(cell).text
    let parts = text.uppercased().split(separator: "E+", omittingEmptySubsequences: false)
    func isNumber(_ part: Substring, marks: String) -> Bool {
      !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber || marks.contains($0) }
    }
    return parts.count == 2 && isNumber(parts[0], marks: ".,") && isNumber(parts[1], marks: "")
  }
}
