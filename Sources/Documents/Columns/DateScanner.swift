/// Reads a date and the time that may follow it from left to right.
struct DateScanner {
  private let text: [UInt8]
  private var place = 0

  init(_ cell: [UInt8]) {
    text = Self.folded(cell)
  }

  /// In ASCII: Chinese and Japanese signs become the marks they stand for.
  private static func folded(_ cell: [UInt8]) -> [UInt8] {
    guard cell.contains(where: { $0 >= 0x80 || $0 == 0x09 }) else { return cell.map(lowercased) }
    var folded: [UInt8] = []
    for character in FoldedCell.folded(cell) {
      switch character {
      case "年", "月", "년", "월": folded.append(UInt8(ascii: "-"))
      case "日", "号", "일", "秒", "\t": folded.append(0x20)
      case "时", "時", "点", "分": folded.append(UInt8(ascii: ":"))
      case "上", "下", "午", "前", "後", "后":
        if character == "下" || character == "後" { folded += " pm ".utf8 }
      case "星", "期", "周", "曜", "一", "二", "三", "四", "五", "六", "火", "水", "木", "金", "土": break
      default: folded += String(character).lowercased().utf8
      }
    }
    return folded
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The whole text as a date; nil where it is none.
  mutating func parts() -> WrittenDate.Parts? {
    skipSpaces()
    if let number = number() { return number }
    skipWeekday()
    guard let parts = date(), isTimeOrEnd() else { return nil }
    return parts
  }

  /// Nothing but a number, perhaps with decimals.
  private func number() -> WrittenDate.Parts? {
    // A comma before decimals, where that is how numbers are written.
    let rest = text[place...].filter { $0 != 0x20 }.map { $0 == 0x2C ? 0x2E : $0 }
    guard rest.allSatisfy({ Self.isDigit($0) || $0 == 0x2E }),
      rest.count(where: { $0 == 0x2E }) < 2,
      let value = Double(String(decoding: rest, as: UTF8.self))
    else { return nil }
    return .number(value)
  }

  private mutating func date() -> WrittenDate.Parts? {
    if let month = month() {
      // March 26, 2026
      skipMarks()
      guard let day = digits(most: 2) else { return nil }
      skipOrdinal()
      skipMarks()
      guard let year = year() else { return nil }
      return WrittenDate.day(year, month, day.value).map { .day($0) }
    }
    guard let first = digits(most: 4) else { return nil }
    skipOrdinal()
    let mark = place < text.count ? text[place] : 0
    skipMarks()
    if let month = month() {
      skipMarks()
      if first.count == 4 {
        guard let day = digits(most: 2) else { return nil }
        return WrittenDate.day(first.value, month, day.value).map { .day($0) }
      }
      skipOrdinal()
      skipMarks()
      guard let year = year() else { return nil }
      return WrittenDate.day(year, month, first.value).map { .day($0) }
    }
    guard [0x2D, 0x2F, 0x2E, 0x20].contains(mark), let second = digits(most: 2) else { return nil }
    skipMarks()
    guard let third = digits(most: 4) else { return nil }
    return numbers(first, second, third, mark: mark)
  }

  private func numbers(
    _ first: (value: Int, count: Int), _ second: (value: Int, count: Int),
    _ third: (value: Int, count: Int), mark: UInt8
  ) -> WrittenDate.Parts? {
    if first.count == 4 {
      guard third.count <= 2 else { return nil }
      return WrittenDate.day(first.value, second.value, third.value).map { .day($0) }
    }
    guard first.count <= 2 else { return nil }
    if third.count == 4 {
      // With points the day comes first everywhere.
      if mark == 0x2E {
        return WrittenDate.day(third.value, second.value, first.value).map { .day($0) }
      }
      guard DateReading.years.contains(third.value) else { return nil }
      return .two(first.value, second.value, year: third.value)
    }
    guard third.count == 2 || third.count == 1 && first.count == 2 else { return nil }
    if mark == 0x2E {
      return WrittenDate.day(WrittenDate.century(third.value), second.value, first.value).map {
        .day($0)
      }
    }
    return .three(first.value, second.value, third.value)
  }

  private mutating func year() -> Int? {
    guard let year = digits(most: 4) else { return nil }
    if year.count == 4 { return year.value }
    return year.count == 2 ? WrittenDate.century(year.value) : nil
  }

  private mutating func digits(most: Int) -> (value: Int, count: Int)? {
    var (value, count) = (0, 0)
    while place < text.count, Self.isDigit(text[place]), count < most {
      value = value * 10 + Int(text[place] - 0x30)
      (place, count) = (place + 1, count + 1)
    }
    guard count > 0, place == text.count || !Self.isDigit(text[place]) else { return nil }
    return (value, count)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func skipSpaces() {
    while place < text.count, text[place] == 0x20 { place += 1 }
  }

  private mutating func skipMarks() {
    while place < text.count, [0x20, 0x2D, 0x2F, 0x2E, 0x2C].contains(text[place]) { place += 1 }
  }

  /// The letters of 26th and 1st.
  private mutating func skipOrdinal() {
    let start = place
    if let word = word(), ["st", "nd", "rd", "th", "er", "de"].contains(word) { return }
    place = start
  }

  private mutating func skipWeekday() {
    let start = place
    guard let word = word(), word.count >= 2, !Self.isMonth(word) else {
      place = start
      return
    }
    let days = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag",
      "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi",
      "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ]
    guard days.contains(where: { $0.hasPrefix(word) }) else {
      place = start
      return
    }
    skipMarks()
  }

  /// Letters from here on; nil where there are none.
  private mutating func word() -> String? {
    let start = place
    while place < text.count, (0x61...0x7A).contains(text[place]) || text[place] >= 0x80 {
      place += 1
    }
    return place > start ? String(decoding: text[start..<place], as: UTF8.self) : nil
  }

  private mutating func month() -> Int? {
    let start = place
    guard var word = word() else { return nil }
    if word == "de" {
      skipMarks()
      guard let next = self.word() else { return nil }
      word = next
    }
    guard
      let month = Self.months.firstIndex(where: { names in names.contains { Self.says(word, $0) } })
    else {
      place = start
      return nil
    }
    return month + 1
  }

  private static func isMonth(_ word: String) -> Bool {
    months.contains { names in names.contains { says(word, $0) } }
  }

  /// Whether a word is a month's name or its first three letters or more.
  private static func says(_ word: String, _ name: String) -> Bool {
    word == name || word.count >= 3 && name.hasPrefix(word)
  }

  /// English, German, French, Spanish.
  private static let months: [[String]] = [
    ["january", "januar", "jänner", "janvier", "enero"],
    ["february", "februar", "février", "fevrier", "febrero"],
    ["march", "märz", "maerz", "mrz", "mars", "marzo"], ["april", "avril", "avr", "abril"],
    ["may", "mai", "mayo"], ["june", "juni", "juin", "junio"],
    ["july", "juli", "juillet", "julio"], ["august", "août", "aout", "agosto"],
    ["september", "septembre", "septiembre"], ["october", "oktober", "octobre", "octubre"],
    ["november", "novembre", "noviembre"],
    ["december", "dezember", "décembre", "decembre", "diciembre"],
  ]

  /// Whether nothing follows, or a time: hours, minutes and perhaps seconds, am or pm, and a zone.
  private mutating func isTimeOrEnd() -> Bool {
    while place < text.count,
      [0x20, 0x2C, UInt8(ascii: "t"), UInt8(ascii: "-")].contains(text[place])
    {
      place += 1
    }
    if place == text.count { return true }
    skipHalf()
    guard let hours = digits(most: 2), hours.value <= 24 else { return false }
    var isClock = false
    for _ in 0..<2 where place < text.count && text[place] == UInt8(ascii: ":") {
      place += 1
      if place == text.count || text[place] == 0x20 { break }
      guard let next = digits(most: 2), next.value <= 60 else { return false }
      isClock = true
    }
    if place < text.count, text[place] == 0x2E || text[place] == 0x2C {
      place += 1
      guard digits(most: 9) != nil else { return false }
    }
    skipSpaces()
    isClock = skipHalf() || isClock
    guard isClock else { return false }
    return isZoneOrEnd()
  }

  /// Skips am or pm, written with or without points.
  @discardableResult
  private mutating func skipHalf() -> Bool {
    let start = place
    var letters = ""
    while place < text.count, let letter = Optional(text[place]),
      (0x61...0x7A).contains(letter) || letter == 0x2E
    {
      if letter != 0x2E { letters.unicodeScalars.append(Unicode.Scalar(letter)) }
      place += 1
    }
    guard ["am", "pm", "a", "p", "uhr", "h"].contains(letters) else {
      place = start
      return false
    }
    skipSpaces()
    return true
  }

  private mutating func isZoneOrEnd() -> Bool {
    skipSpaces()
    let rest = String(decoding: text[place...], as: UTF8.self)
      .split(separator: " ").joined(separator: " ")
    if rest.isEmpty { return true }
    if ["z", "utc", "gmt"].contains(rest) { return true }
    let digits = rest.drop { $0.isLetter }.filter { $0 != ":" && $0 != " " }
    if rest.allSatisfy({ $0.isLetter || $0 == "/" || $0 == "_" }) { return rest.count <= 20 }
    return (digits.first == "+" || digits.first == "-")
      && [1, 2, 4].contains(digits.count - 1) && digits.dropFirst().allSatisfy(\.isNumber)
  }
}
