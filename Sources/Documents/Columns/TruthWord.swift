/// Words for yes and no that spreadsheets and databases write.
enum TruthWord {
  private static let yes = [
    "true", "yes", "y", "t", "是", "真", "ja", "j", "wahr", "oui", "vrai", "sí", "si",
  ]
  private static let no = ["false", "no", "n", "f", "否", "假", "nein", "falsch", "non", "faux"]

  /// What a cell says; nil where it is neither.
  static func value(_ cell: Span<UInt8>) -> Bool? {
    guard cell.count <= 8, cell.count > 0 else { return nil }
    let word = DecodedText(cell).text.trimmed.lowercased()
    if yes.contains(word) { return true }
    return no.contains(word) ? false : nil
  }
}
