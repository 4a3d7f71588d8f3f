/// What the first bytes of a file say about the rest.
enum LeadingBytes {
  /// Bytes that suffice to tell.
  static let enough = 4

  private static let webPages = ["<html", "<!doctype", "<table", "<?xml"]

  /// What else than a text file begins this way.
  static func problem(_ bytes: some Collection<UInt8>) -> TableProblem? {
    func begins(_ mark: UInt8...) -> Bool { bytes.starts(with: mark) }
    let asUTF8 = "save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)"
    if begins(0xFF, 0xFE, 0, 0) || begins(0, 0, 0xFE, 0xFF) {
      return .notPlainText(kind: "UTF-32 text", advice: asUTF8)
    }
    if begins(0xFF, 0xFE) || begins(0xFE, 0xFF) {
      return .notPlainText(kind: "UTF-16 text", advice: asUTF8)
    }
    if begins(0x50, 0x4B, 0x03, 0x04) {
      return .notPlainText(
        kind: "a workbook or another zip archive", advice: "save the sheet as CSV")
    }
    if begins(0xD0, 0xCF, 0x11, 0xE0) {
      return .notPlainText(
        kind: "a workbook of an old kind (.xls) or another office document",
        advice: "save the sheet as CSV")
    }
    if begins(0x25, 0x50, 0x44, 0x46) {
      return .notPlainText(kind: "a PDF", advice: "ask for the table as CSV")
    }
    if begins(0x50, 0x41, 0x52, 0x31) {
      return .notPlainText(kind: "a Parquet file", advice: "export it as CSV")
    }
    if webPages.contains(where: { bytes.starts(with: $0.utf8) { $0 | 0x20 == $1 | 0x20 } }) {
      return .notPlainText(
        kind: "a web page or XML, as some programs save tables under another name",
        advice: "open it in a spreadsheet and save it as CSV")
    }
    if begins(0x1F, 0x8B) {
      return .notPlainText(kind: "compressed with gzip", advice: "unpack it first")
    }
    if bytes.contains(0) {
      return .notPlainText(kind: "UTF-16 text without a mark, or no text", advice: asUTF8)
    }
    return nil
  }
}
