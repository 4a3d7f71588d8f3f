/// Words that begin a row that sums up others, such as the last one of a sheet.
enum TotalWord {
  private static let words: Set<String> = [
    "total", "totals", "grand total", "subtotal", "sub total", "sub-total", "sum", "summe",
    "gesamt",
    "gesamtsumme", "gesamtergebnis", "zwischensumme", "insgesamt", "合计", "总计", "小计", "总和", "共计",
    "汇总", "累计", "合計", "總計", "小計", "totale", "total général", "sous-total", "suma", "somma",
  ]
  private static let longest = 24
  /// The first two bytes of each, so that nearly all other cells are told at a glance.
  private static let begins = Set(words.map { pair(Array($0.utf8).span) })

  /// Whether a cell says so.
  static func isSaid(by cell: Span<UInt8>) -> Bool {
    guard cell.count >= 3, cell.count <= longest, cell[0] > 0x39, begins.contains(pair(cell)) else {
      return false
    }
    let word = DecodedText(cell).text.trimmed.lowercased()
    return words.contains(word.hasSuffix(":") ? String(word.dropLast()) : word)
  }

  private static func pair(_ cell: Span<UInt8>) -> UInt16 {
    guard cell.count > 1 else { return 0 }
    func lowercased(_ byte: UInt8) -> UInt16 {
      UInt16((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return lowercased(cell[0]) << 8 | lowercased(cell[1])
  }
}
