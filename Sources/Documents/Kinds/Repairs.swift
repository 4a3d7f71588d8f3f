internal import Statistics

/// What a planner may have meant by a text that is not valid; only valid guesses are ever shown.
enum Repairs {
  static func texts(for text: String, _ context: Context) -> [String] {
    let text = text.trimmed
    var guesses = [withoutSymbols(text, context), withNearestWords(text, context)]
    if let number = Double(text) {
      if abs(number) <= 1 { guesses.append(percent(number)) }
      guesses += ["%", " \(context.code)", " days", " \(context.code) per day"].map { text + $0 }
    }
    guesses += [text + " per day", text + " per year"]
    return guesses
  }

  /// Ranges that may have been meant by one whose last end is not valid.
  static func ranges(for text: String, _ context: Context) -> [String] {
    let words = text.split(separator: " ")
    let isUniform = words.last == "uniform"
    let plain = isUniform ? words.dropLast().joined(separator: " ") : text
    guard let dots = plain.firstRange(of: "..") else { return [] }
    let first = String(plain[..<dots.lowerBound]).trimmed
    let last = String(plain[dots.upperBound...]).trimmed
    // A repair that changes the number would leave the two ends on different scales.
    var ranges = texts(for: last, context)
      .filter { $0.hasPrefix(last.prefix { $0.isNumber || "+-.".contains($0) }) }
      .map { "\(first)..\($0)" }
    if let low = Double(first), let high = Double(last), abs(low) <= 1, abs(high) <= 1 {
      ranges.insert("\(percent(low))..\(percent(high))", at: 0)
    }
    return ranges.map { $0 + (isUniform ? " uniform" : "") }
  }

  private static func withoutSymbols(_ text: String, _ context: Context) -> String {
    var text = text.replacing("％", with: "%").replacing(" percent", with: "%")
    text = text.replacing("/", with: " per ").replacing(" a ", with: " per ")
    for (symbol, codes) in [
      ("CN¥", ["CNY"]), ("RMB", ["CNY"]), ("元", ["CNY"]), ("¥", ["CNY", "JPY"]),
      ("￥", ["CNY", "JPY"]), ("$", ["USD"]), ("€", ["EUR"]), ("£", ["GBP"]),
    ] where text.contains(symbol) && codes.contains(context.code) {
      let rest = text.replacing(symbol, with: " ")
      let words = rest.split(separator: " ")
      text = ([words.first ?? "", Substring(context.code)] + words.dropFirst())
        .joined(separator: " ")
    }
    return text
  }

  private static func withNearestWords(_ text: String, _ context: Context) -> String {
    var known = [context.code, "per", "end"]
    known += Period.allCases.flatMap { [$0.rawValue, $0.rawValue + "s"] }
    let words = withoutSymbols(text, context).split(separator: " ").map { word in
      let digits = word.prefix { $0.isNumber || $0 == "." }
      let unit = String(word.dropFirst(digits.count))
      guard unit.contains(where: \.isLetter) else { return String(word) }
      let right = known.contains(unit) ? unit : nearest(to: unit, among: known) ?? unit
      return digits.isEmpty ? right : "\(digits) \(right)"
    }
    return words.joined(separator: " ")
  }
}
