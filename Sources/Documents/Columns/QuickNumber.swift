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

  /// Whether it is a figure where this mark stands before decimals and the other groups threes of digits.
  func isFigure(_ cell: Span<UInt8>, _ mark: DecimalMark) -> Bool {
    let (decimal, group) = (mark.rawValue, mark.other.rawValue)
    var (run, groups, hasDecimals) = (0, 0, false)
    for place in body {
      let byte = cell[place]
      if byte == decimal {
        guard !hasDecimals, groups == 0 || run == 3 else { return false }
        (hasDecimals, run) = (true, 0)
      } else if byte == group {
        let isFirst = groups == 0
        guard !hasDecimals, isFirst ? (1...3).contains(run) : run == 3,
          !isFirst || cell[body.lowerBound] != 0x30
        else { return false }
        (groups, run) = (groups + 1, 0)
      } else {
        run += 1
      }
    }
    return hasDecimals || groups == 0 || run == 3
  }

  func isNothing(_ cell: Span<UInt8>) -> Bool {
    !body.contains { cell[$0] > 0x30 && cell[$0] <= 0x39 }
  }

  func write(_ cell: Span<UInt8>, _ mark: DecimalMark, to plain: inout [UInt8]) {
    if isNegative { plain.append(UInt8(ascii: "-")) }
    for place in body {
      let byte = cell[place]
      if byte == mark.rawValue {
        plain.append(UInt8(ascii: "."))
      } else if byte != mark.other.rawValue {
        plain.append(byte)
      }
    }
  }
}
