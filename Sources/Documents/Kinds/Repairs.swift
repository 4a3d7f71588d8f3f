internal import Statistics

/// What a planner may have meant by a text that is not valid; only valid guesses are ever shown.
package enum Repairs {
  package static func texts(for text: String, _ context: Context) -> [String] {
    let text = text.trimmed
    var guesses = [withoutSymbols(text, context), withNearestWords(text, context)]
    if let number = Double(text) { guesses += units(for: number, text, context) }
    guesses += [text + " per day", text + " per year"]
    return guesses + numbers(in: text)
  }

  /// A bare number with the units it may lack: a fraction is most likely a share.
  private static func units(
    for number: Double, _ text: String, _ context: Context
  ) -> [String] {
    var guesses: [String] = []
    let share = percent(number)
    let shares = [share, share + " per day", share + " per year"]
    if abs(number) < 1, isKeptAsShare(number) { guesses += shares }
    guesses.append("\(text) \(context.code)")
    if abs(number) == 1 { guesses.append(share) }
    let units = ["%", " days", " \(context.code) per day", "% per day", "% per year"]
    return guesses + units.map { text + $0 }
  }

  /// Whether a figure is the same written as a share, which keeps too few digits of a very small one.
  private static func isKeptAsShare(_ number: Double) -> Bool {
    number == 0 || abs(number) >= 1e-6
  }

  /// The number of a text alone, for keys that take no unit.
  package static func numbers(in text: String) -> [String] {
    let plain = inPlainWords(text.trimmed)
    let digits = plain.leadingNumber
    guard let number = Double(digits) else { return [] }
    let rest = String(plain.dropFirst(digits.count)).trimmed
    if rest == "%" {
      return isKeptAsShare(number / 100) ? [Documents.plain((number * 1e8).rounded() / 1e10)] : []
    }
    // Only words follow: `1,5` or `2026-03-01` is no number with a unit.
    return rest.allSatisfy { $0.isLetter || $0 == " " } ? [String(digits)] : []
  }

  /// Ranges that may have been meant by one whose last end is not valid.
  static func ranges(for text: String, _ context: Context) -> [String] {
    let words = text.split(separator: " ")
    let isUniform = words.last == "uniform"
    let plain = isUniform ? words.dropLast().joined(separator: " ") : text
    guard let dots = plain.firstRange(of: "..") else { return [] }
    let first = String(plain[..<dots.lowerBound]).trimmed
    let last = String(plain[dots.upperBound...]).trimmed
    var lows = [first]
    // The low end as the high one: `10元..20元`.
    if Double(first) == nil { lows = texts(for: first, context) + lows }
    // A repair that changes the number would leave the two ends on different scales.
    let highs = texts(for: last, context)
      .filter { $0.hasPrefix(last.leadingNumber) }
    var ranges = lows.flatMap { low in highs.map { "\(low)..\($0)" } }
    if let low = Double(first), let high = Double(last), abs(low) <= 1, abs(high) <= 1,
      [low, high].allSatisfy(isKeptAsShare)
    {
      ranges.insert("\(percent(low))..\(percent(high))", at: 0)
    }
    return ranges.map { $0 + (isUniform ? " uniform" : "") }
  }

  private static func withoutSymbols(_ text: String, _ context: Context) -> String {
    var text = text
    let symbols = Currency.names.filter { $0.value.contains(context.code) }.keys
    let isWord: (String) -> Bool = { $0.allSatisfy { $0.isASCII && $0.isLetter } }
    let found = symbols.sorted { ($1.count, $0) < ($0.count, $1) }.first { symbol in
      isWord(symbol)
        ? Self.words(of: text).contains(symbol) : text.lowercased().contains(symbol)
    }
    if let found {
      let rest = text.lowercased().replacing(found, with: " ")
      let words = rest.split(separator: " ")
      text = ([words.first ?? "", Substring(context.code)] + words.dropFirst())
        .joined(separator: " ")
    }
    return inPlainWords(text)
  }

  /// Words without the digits before them, in small letters.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { $0.isNumber || " ./".contains($0) }.map(String.init)
  }

  /// Percent, periods and lengths of time in the words of a scenario.
  private static func inPlainWords(_ text: String) -> String {
    var text = text.replacing("％", with: "%").replacing(" percent", with: "%")
    text = text.replacing("百分之", with: "%")
    if text.hasPrefix("%") { text = text.dropFirst() + "%" }
    text = text.replacing("/", with: " per ").replacing(" a ", with: " per ")
    for (count, factor) in counts where text.contains(count) {
      let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let rest = text.dropFirst(digits.count).trimmingPrefix(" ")
      guard let number = Double(digits), rest.hasPrefix(count) else { continue }
      let after = rest.dropFirst(count.count)
      // `20kCNY`, but not `20kg` nor `20 KRW`.
      let isWhole = after.first.map { $0 == " " || count == "k" && $0.isUppercase } ?? true
      guard isWhole || count.first?.isASCII == false else { continue }
      text = plain(number * factor) + (after.first?.isLetter == true ? " " : "") + after
    }
    var period = ""
    for (written, name) in Self.periods {
      for sign in ["每个", "每", "per ", "一"] where text.contains(sign + written) {
        text = text.replacing(sign + written, with: " ")
        period = " per \(name)"
      }
    }
    for (written, name) in Self.periods where text.contains(written) {
      text = text.replacing(written, with: " \(name)s ")
    }
    for measure in ["次", "人", "个", "名", "位", "单"] where text.contains(measure) {
      text = text.replacing(measure, with: " ")
    }
    let words = text.split(separator: " ")
    if words.count == 2, words[0] == "1", period.isEmpty, Period(counted: String(words[1])) != nil {
      return words[1].hasSuffix("s") ? "1 \(words[1].dropLast())" : "1 \(words[1])"
    }
    return (words.joined(separator: " ") + period).trimmed
  }

  /// Words for many.
  private static let counts = [
    ("万", 1e4), ("亿", 1e8), ("千", 1e3), ("k", 1e3), ("K", 1e3), ("thousand", 1e3), ("million", 1e6),
    ("M", 1e6), ("mn", 1e6), ("billion", 1e9), ("bn", 1e9),
  ]

  /// Longer words before those they contain.
  private static let periods = [
    ("个月", "month"), ("月", "month"), ("星期", "week"), ("周", "week"), ("天", "day"), ("日", "day"),
    ("年", "year"),
  ]

  private static func withNearestWords(_ text: String, _ context: Context) -> String {
    var known = [context.code, "per", "end"]
    known += Period.allCases.flatMap { [$0.rawValue, $0.rawValue + "s"] }
    let words = withoutSymbols(text, context).split(separator: " ").map { word in
      let digits = word.leadingNumber
      let unit = String(word.dropFirst(digits.count))
      guard unit.contains(where: \.isLetter) else { return String(word) }
      let right = known.contains(unit) ? unit : nearest(to: unit, among: known) ?? unit
      return digits.isEmpty ? right : "\(digits) \(right)"
    }
    return words.joined(separator: " ")
  }
}
