/// A figure of digits, points and commas, perhaps with a minus or one sign of a currency: what nearly all are.
///
/// It is looked at byte by byte and costs a few nanoseconds; what is written otherwise is folded first.
struct QuickNumber {
  /// Where digits and marks stand.
  let body: Range<Int>
  let isNegative: Bool
  /// The currency's sign, for `FoldedCell.codes`.
  let currency: String?

  /// nil where there are other signs in it.
  init?(_ cell: Span<UInt8>) {
    guard let inner = cell.withoutSpaces else { return nil }
    var (start, end) = (inner.lowerBound, inner.upperBound)
    var currency: String?
    func take(atEnd: Bool) {
      for (sign, bytes) in Self.signs where currency == nil && end - start > bytes.count {
        let first = atEnd ? end - bytes.count : start
        guard bytes.indices.allSatisfy({ cell[first + $0] == bytes[$0] }) else { continue }
        currency = sign
        if atEnd { end -= bytes.count } else { start += bytes.count }
      }
    }
    var isNegative = false
    if cell[start] == UInt8(ascii: "-"), end - start > 1 {
      isNegative = true
      start += 1
    }
    if cell[start] >= 0x80 || cell[start] == UInt8(ascii: "$") { take(atEnd: false) }
    if cell[end - 1] >= 0x80 || cell[end - 1] == UInt8(ascii: "$") {
      take(atEnd: true)
      while end > start, cell[end - 1] == 0x20 { end -= 1 }
    }
    var digits = 0
    for place in start..<end {
      let byte = cell[place]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
      } else if byte != 0x2E, byte != 0x2C {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    body = start..<end
    self.isNegative = isNegative
    self.currency = currency
  }

  private static let signs: [(String, [UInt8])] = ["$", "€", "£", "¥", "￥", "元"].map {
    ($0 == "￥" ? "¥" : $0, Array($0.utf8))
  }
}
