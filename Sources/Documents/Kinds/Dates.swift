extension Kind<CalendarDate> {
  package static var date: Self {
    Kind(
      scalar: { _ in "a date such as `2026-03-01`" },
      schema: .object(["type": .string("string"), "pattern": .string("^\(isoPattern)$")]),
      write: \.iso,
      repairs: { text, _ in
        if let date = chineseDate(text) { return [date] }
        let digits = text.replacing("/", with: "-").replacing(".", with: "-")
        let isCompact = text.count == 8 && text.allSatisfy(\.isNumber)
        return isCompact
          ? ["\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"] : [digits]
      }
    ) { text, _ throws(Mismatch) in
      guard let date = isoDate(text) else {
        if QuantityRange.isWritten(text) {
          throw Mismatch(reason: "It takes one day, not a range.")
        }
        throw Mismatch(reason: looksLikeDate(text) ? "There is no such day." : nil)
      }
      return date
    }
  }
}

extension Kind<Range<Int>> {
  /// Days of the game whose end matters only as a day.
  package static var window: Self {
    let kind = Kind<Window>.window
    return Kind(
      rule: kind.rule, schema: kind.schema, write: { kind.write(Window($0)) },
      parse: { text, context throws(Mismatch) in try kind.parse(text, context).days }
    ) { element, reading in
      kind.read(element, &reading)?.days
    }
  }
}

extension Kind<Window> {
  /// Days of the game, both ends included as written; day 1 is the first day played, held as 0.
  ///
  /// `end` states no end: it is where the plan ends, not where what it began does.
  package static var window: Self {
    Kind(
      scalar: { _ in "days such as `day 30..43`, `day 30..end` or `2026-03-01..2026-03-14`" },
      schema: .object([
        "type": .string("string"),
        "pattern": .string(
          "^(day [0-9]+(\\.\\.([0-9]+|end))?|\(isoPattern)(\\.\\.(\(isoPattern)|end))?)$"),
      ]),
      write: {
        "day \($0.days.lowerBound + 1)..\($0.isOpenEnded ? "end" : "\($0.days.upperBound)")"
      },
      repairs: { text, _ in
        var joined = text.replacing("days ", with: "day ")
        for sign in [" to ", "–", "—", "~", "到", "至"] {
          joined = joined.replacing(sign, with: "..")
        }
        joined = joined.replacing(" ..", with: "..").replacing(".. ", with: "..")
        let counted = joined.filter { !"第天日".contains($0) }
        return [joined, "day " + joined, "day " + counted, joined.replacing("-", with: "..")]
      }
    ) { text, context throws(Mismatch) in
      try days(between: text.trimmed, context)
    }
  }
}

private let isoPattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

private func days(between text: String, _ context: Context) throws(Mismatch) -> Window {
  let ends = text.hasPrefix("day ") ? String(text.dropFirst(4)) : text
  let parts = ends.split(separator: "..", omittingEmptySubsequences: false).map {
    String($0).trimmed
  }
  guard parts.count <= 2, let first = parts.first, let last = parts.last else { throw Mismatch() }
  let isDay = text.hasPrefix("day ")
  let begin = try day(first, isDay: isDay, context)
  // Where the horizon is not known its problem is already reported, and any end will do.
  let horizon = context.horizon ?? max(begin + 1, 1)
  let isOpenEnded = last == "end" && parts.count == 2
  let end = isOpenEnded ? horizon - 1 : try day(last, isDay: isDay, context)
  guard begin <= end else { throw Mismatch(reason: "The last day lies before the first.") }
  if begin < 0 {
    let start = context.start.map { ", \($0.iso)" } ?? ""
    throw Mismatch(reason: "The first day played is day 1\(start).")
  }
  if let horizon = context.horizon, end >= horizon {
    let date = context.start.map { ", \(($0 + (horizon - 1)).iso)" } ?? ""
    throw Mismatch(
      reason: "It lies past the horizon: the last day played is day \(horizon)\(date).")
  }
  return Window(begin..<(end + 1), isOpenEnded: isOpenEnded)
}

/// A day counted from 0.
private func day(_ text: String, isDay: Bool, _ context: Context) throws(Mismatch) -> Int {
  if isDay {
    guard let number = Int(text), number < 1_000_000, number > -1_000_000 else { throw Mismatch() }
    return number - 1
  }
  guard let date = isoDate(text) else {
    throw Mismatch(reason: looksLikeDate(text) ? "There is no such day." : nil)
  }
  return context.start.map { date - $0 } ?? 0
}

/// `2026年3月1日` in the order and with the zeros of ISO 8601.
private func chineseDate(_ text: String) -> String? {
  let parts = text.split { "年月日号 ".contains($0) }
  guard text.contains("年"), parts.count == 3 else { return nil }
  return parts.map { $0.count == 1 ? "0\($0)" : "\($0)" }.joined(separator: "-")
}

private func looksLikeDate(_ text: String) -> Bool {
  text.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
    && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") }
}

private func isoDate(_ text: String) -> CalendarDate? {
  guard looksLikeDate(text) else { return nil }
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return parts.count == 3 ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
}
