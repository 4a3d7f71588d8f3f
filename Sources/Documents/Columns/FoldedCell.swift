/// A cell of figures as it was meant, in ASCII: full-width signs, wide and narrow spaces and the many signs for
/// a minus become the plain ones; the name of a currency is taken away and kept.
struct FoldedCell {
  /// Without spaces at either end, and without the currency.
  private(set) var bytes: [UInt8] = []
  /// The codes a currency's sign or name may stand for; nil where there was none.
  private(set) var currency: [String]?
  /// Something in it is in no figure.
  private(set) var isForeign = false

  mutating func read(_ cell: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    currency = nil
    isForeign = false
    var isPlain = true
    for place in cell.indices {
      let byte = cell[place]
      if byte > 0x39, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") { isPlain = false }
      if byte == UInt8(ascii: "$") { isPlain = false }
      bytes.append(byte == 0x09 ? 0x20 : byte)
    }
    if !isPlain { takeNames() }
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.removeSubrange(..<(bytes.firstIndex { $0 != 0x20 } ?? bytes.count))
  }

  /// Folds signs, and takes away the words before and after the figure.
  private mutating func takeNames() {
    var text = Self.folded(bytes)[...]
    let isSign: (Character) -> Bool = { "-+(".contains($0) || $0 == " " }
    let signs = text.prefix(while: isSign)
    text = text.dropFirst(signs.count)
    let before = text.prefix { !Self.isNumeric($0) }
    text = text.dropFirst(before.count)
    let after = String(text.reversed().prefix { !Self.isNumeric($0) }.reversed())
    text = text.dropLast(after.count)
    for word in [String(before), after] {
      // The dot of an abbreviation such as `Fr.` stays with the figure, where it would be a decimal point.
      let name = word.trimmed.lowercased()
      guard !name.isEmpty else { continue }
      guard let codes = Self.codes(name) else {
        isForeign = true
        continue
      }
      currency = currency.map { known in known.filter(codes.contains) } ?? codes
    }
    if text.first == ".", before.last?.isLetter == true { text = text.dropFirst() }
    bytes = Array((signs + text).utf8)
    if bytes.contains(where: { $0 >= 0x80 }) || currency == [] { isForeign = true }
  }

  static func codes(_ name: String) -> [String]? {
    if let codes = Currency.names[name] { return codes }
    let code = name.uppercased()
    if Currency.codes.contains(code) { return [code] }
    switch name {
    case "fr": return ["CHF"]
    case "kr", "kr.": return ["SEK", "NOK", "DKK", "ISK"]
    case "r$": return ["BRL"]
    case "zł", "zl": return ["PLN"]
    case "kč": return ["CZK"]
    case "ft": return ["HUF"]
    default: return nil
    }
  }

  private static func isNumeric(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || ".,-+()%' ".contains(character)
  }

  /// The text in the signs of figures.
  static func folded(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.append(meaning(of: scalar))
    }
    return String(text)
  }

  private static func meaning(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
    // Spaces of all widths, and marks of direction and order that spreadsheets leave behind.
    case 0xA0, 0x2000...0x200F, 0x202A...0x202F, 0x205F, 0x2066...0x2069, 0x3000, 0xFEFF: " "
    case 0xAD, 0x2010...0x2015, 0x2212: "-"
    case 0xB4, 0x2BC, 0x2018, 0x2019: "'"
    case 0x3001: ","
    case 0xFFE1: "£"
    case 0xFFE5: "¥"
    default: scalar
    }
  }
}
