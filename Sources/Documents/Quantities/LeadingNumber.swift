extension StringProtocol {
  /// The number a text begins with: `-1.5e-3` of `-1.5e-3 CNY`, `2` of `2EUR`; empty where it begins with none.
  ///
  /// This alone says where a number ends, so that an exponent is nowhere taken for a unit or for the end of a range.
  var leadingNumber: SubSequence {
    var end = startIndex
    func take(_ isTaken: (Character) -> Bool) {
      if end < endIndex, isTaken(self[end]) { end = index(after: end) }
    }
    func takeDigits() -> Int {
      let start = end
      while end < endIndex, self[end].isDigit { end = index(after: end) }
      return distance(from: start, to: end)
    }
    take { $0.isMinus || $0 == "+" }
    var digits = takeDigits()
    // Two points are those of a range.
    if !self[end...].hasPrefix("..") {
      take { $0 == "." }
      digits += takeDigits()
    }
    guard digits > 0 else { return self[..<startIndex] }
    let mantissa = end
    take { $0 == "e" || $0 == "E" }
    guard end > mantissa else { return self[..<mantissa] }
    take { $0.isDash || $0 == "+" }
    return takeDigits() > 0 ? self[..<end] : self[..<mantissa]
  }

  /// The parts of a text between signs of one kind; the dash of an exponent, as in `1e-3`, parts nothing.
  func parts(between sign: String) -> [SubSequence] {
    var parts: [SubSequence] = []
    var (start, place) = (startIndex, startIndex)
    while place < endIndex {
      guard self[place...].hasPrefix(sign), !(sign.count == 1 && isExponentSign(place)) else {
        place = index(after: place)
        continue
      }
      parts.append(self[start..<place])
      place = index(place, offsetBy: sign.count)
      start = place
    }
    return parts + [self[start...]]
  }

  /// The text with a plain minus in every exponent.
  var withPlainExponents: String {
    String(indices.map { self[$0].isDash && isExponentSign($0) ? "-" : self[$0] })
  }

  /// Whether what stands here is between the `e` of a number and digits.
  private func isExponentSign(_ place: Index) -> Bool {
    let next = index(after: place)
    guard next < endIndex, self[next].isDigit,
      let letter = index(place, offsetBy: -1, limitedBy: startIndex),
      self[letter] == "e" || self[letter] == "E",
      let last = index(letter, offsetBy: -1, limitedBy: startIndex)
    else { return false }
    return self[last].isDigit || self[last] == "."
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// A minus as keyboards and as spreadsheets have it.
  fileprivate var isMinus: Bool { self == "-" || self == "\u{2212}" }

  /// A minus, or what word processors make of one.
  fileprivate var isDash: Bool { isMinus || ("\u{2010}"..."\u{2014}").contains(self) }
}
