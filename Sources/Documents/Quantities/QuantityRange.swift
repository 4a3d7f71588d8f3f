/// A range as a planner writes it, within which a figure lies in nine of ten cases.
///
/// `2%..5%`, `10..30 CNY`, `1..2 per month`; the unit may stand once, at the end. With `uniform`
/// after it every figure within is as likely, and none lies outside. A range with equal ends is one
/// figure.
package struct QuantityRange: Sendable, Equatable {
  /// As written, in one unit.
  package let low: Quantity
  package let high: Quantity
  package let isUniform: Bool
  package let text: String

  /// The unit of both ends as written, such as `CNY per day`; empty where there is none.
  package var unit: String {
    [high.unit, high.period.map { "per \($0)" } ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Whether both ends are the same, so that nothing is left to draw.
  package var isFigure: Bool { low.number == high.number }

  /// Whether a text is meant to be a range.
  static func isWritten(_ text: String) -> Bool { text.contains("..") || text.contains("…") }

  /// Whether a text is meant to be a range and written with other signs, such as `2-5%`.
  static func isWrittenOtherwise(_ text: String) -> Bool {
    meant(by: text).contains { candidate in
      guard let range = try? QuantityRange(candidate) else { return false }
      return [range.low, range.high].allSatisfy { !$0.unit.contains(where: \.isNumber) }
    }
  }

  /// Ranges that may be meant by a text written with other signs, such as `2-5%` or `2 to 5%`.
  package static func meant(by text: String) -> [String] {
    let signs = [" to ", " and ", "-", "–", "—", "~", "～", "…", "‥", "到", "至"]
    return signs.compactMap { sign in
      let words = text.trimmed.parts(between: sign).map { String($0).trimmed }
        .filter { !$0.isEmpty }
      guard words.count > 1 else { return nil }
      return words.joined(separator: "..").replacing("between ", with: "")
    }
  }

  /// A figure or a range.
  package init(figureOrRange text: String) throws(Mismatch) {
    guard !Self.isWritten(text) else {
      try self.init(text)
      return
    }
    try self.init(figure: text)
  }

  private init(figure text: String) throws(Mismatch) {
    if Self.isWrittenOtherwise(text) {
      throw Mismatch(reason: "A range is written with two dots.", repairs: Self.meant(by: text))
    }
    let figure = try Quantity(text)
    (low, high, isUniform, self.text) = (figure, figure, false, text.trimmed)
  }

  package init(_ text: String) throws(Mismatch) {
    self.text = text.trimmed
    let dotted = self.text.replacing("…", with: "..").replacing("...", with: "..")
    guard dotted == self.text else {
      throw Mismatch(reason: "A range is written with two dots.", repairs: [dotted])
    }
    let words = dotted.split(separator: " ")
    isUniform = words.last == "uniform"
    try Self.refuseOtherLaws(words)
    let ends = words.dropLast(isUniform ? 1 : 0).joined(separator: " ")
      .split(separator: "..", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard ends.count == 2, ends.allSatisfy({ !$0.isEmpty }) else {
      throw Mismatch(reason: "A range has two ends.")
    }
    (low, high) = try Self.inOneUnit(ends[0], ends[1])
    guard low.number <= high.number else {
      throw Mismatch(
        reason: "The low end lies above the high end.",
        repairs: [Self.swapped(ends, isUniform: isUniform)])
    }
  }

  /// Refuses a word behind the unit that says how the figure is distributed: there is one such word.
  private static func refuseOtherLaws(_ words: [Substring]) throws(Mismatch) {
    guard let last = words.last, last != "uniform", words.count > 1, last.allSatisfy(\.isLetter)
    else { return }
    let rest = words.dropLast().joined(separator: " ")
    let isSlip = nearest(to: String(last), among: ["uniform"]) != nil
    guard isSlip || endsWithUnit(rest) else { return }
    throw Mismatch(
      reason: "`\(last)` is no word of a range: only `uniform` may stand behind it.",
      repairs: [isSlip ? rest + " uniform" : rest])
  }

  /// Whether the unit of a range has been said, so that no more of it can follow.
  private static func endsWithUnit(_ text: String) -> Bool {
    let unit = text.reversed().prefix { !$0.isNumber && $0 != " " && $0 != "." }.reversed()
    let name = String(unit)
    return name == "%" || name.count == 3 && name.allSatisfy(\.isUppercase)
      || Period(counted: name) != nil
  }

  /// Both ends of a range with the unit of the last one.
  private static func inOneUnit(
    _ first: String, _ last: String
  ) throws(Mismatch) -> (low: Quantity, high: Quantity) {
    let high = try Quantity(last)
    let low = try Quantity(first)
    let isSameUnit = low.hasUnit(of: high)
    let isShortened = low.isBare || isSameUnit && low.period == nil
    guard isShortened || isSameUnit && low.period == high.period else {
      guard high.isBare else { throw Mismatch(reason: "Both ends have the same unit.") }
      let unit = first[first.leadingNumber.endIndex...]
      throw Mismatch(
        reason: "The unit stands at the end, or at both ends.",
        repairs: ["\(first)..\(last)\(unit)"])
    }
    var sameUnit = high
    sameUnit.number = low.number
    return (sameUnit, high)
  }

  private static func swapped(_ ends: [String], isUniform: Bool) -> String {
    let numbers = ends.map(\.leadingNumber)
    let unit = ends[1][numbers[1].endIndex...]
    let isShortened = !ends[0].hasSuffix(unit)
    let swapped =
      isShortened ? "\(numbers[1])..\(numbers[0])\(unit)" : "\(ends[1])..\(ends[0])"
    return swapped + (isUniform ? " uniform" : "")
  }
}
