/// A date as written in a cell.
public enum DateReading: Equatable, Sendable {
  case date(CalendarDate)
  case missing
  case unreadable

  /// Years a log may have; others are placeholders such as 0001 or 9999.
  public static let years = 1900...2199

  /// Reads `2026-03-01` or `20260301`, with or without a time after a T or a space.
  ///
  /// The day is the one written: a zone moves nothing.
  public init(_ text: Span<UInt8>) {
    guard let range = text.withoutSpaces else {
      self = .missing
      return
    }
    self =
      Self.date(text.extracting(range)).map(DateReading.date)
      ?? (MissingWord.isSaid(by: text) ? .missing : .unreadable)
  }

  private static func date(_ text: Span<UInt8>) -> CalendarDate? {
    guard text.count >= 8 else { return nil }
    let dash = UInt8(ascii: "-")
    let hasDashes = text[4] == dash
    let length = hasDashes ? 10 : 8
    guard text.count >= length, !hasDashes || text[7] == dash,
      let year = number(text, 0..<4),
      let month = number(text, hasDashes ? 5..<7 : 4..<6),
      let day = number(text, hasDashes ? 8..<10 : 6..<8),
      years.contains(year),
      text.count == length || isTime(text.extracting(length..<text.count))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for i in range {
      guard text[i] >= 0x30, text[i] <= 0x39 else { return nil }
      value = value * 10 + Int(text[i] - 0x30)
    }
    return value
  }

  /// Whether this is T or spaces, then hours, minutes and perhaps seconds, then perhaps a zone.
  private static func isTime(_ text: Span<UInt8>) -> Bool {
    var position = 1
    guard text[0] == UInt8(ascii: "T") || text[0] == UInt8(ascii: "t") || text[0] == 0x20 else {
      return false
    }
    while position < text.count, text[position] == 0x20 { position += 1 }
    let colon = UInt8(ascii: ":")
    func isPair(below limit: Int) -> Bool {
      guard position + 2 <= text.count, let value = number(text, position..<(position + 2)),
        value < limit
      else { return false }
      position += 2
      return true
    }
    guard isPair(below: 25) else { return false }
    let hasColons = position < text.count && text[position] == colon
    if hasColons { position += 1 }
    guard isPair(below: 60) else { return false }
    if position < text.count, !hasColons || text[position] == colon, !isZone(text, from: position) {
      if hasColons { position += 1 }
      // A leap second is the 60th.
      guard isPair(below: 61) else { return false }
      if position < text.count, text[position] == 0x2E || text[position] == 0x2C {
        position += 1
        while position < text.count, text[position] >= 0x30, text[position] <= 0x39 {
          position += 1
        }
      }
    }
    return position == text.count || isZone(text, from: position)
  }

  /// Whether Z, UTC, or an offset such as +02, +0200 or +02:00 follows, perhaps after a space.
  private static func isZone(_ text: Span<UInt8>, from start: Int) -> Bool {
    var position = start
    while position < text.count, text[position] == 0x20 { position += 1 }
    let rest = (position..<text.count).map { text[$0] }
    if ["Z", "z", "UTC"].contains(where: { rest.elementsEqual($0.utf8) }) { return true }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return false
    }
    let digits = rest.dropFirst().filter { $0 != UInt8(ascii: ":") }
    return [2, 4].contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
