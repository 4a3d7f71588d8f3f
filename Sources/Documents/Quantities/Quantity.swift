/// A figure as a planner writes it: a number, perhaps a unit, perhaps `per` a period.
///
/// `30 CNY`, `5%`, `14 days`, `1.5 per month`, `300 CNY per day`, `0.05`. Decimals have a dot,
/// thousands no separator; zero needs no unit.
package struct Quantity: Sendable, Equatable {
  package var number: Double
  /// As written: `CNY`, `%`, `days`, or nothing.
  package var unit: String
  package var period: Period?
  /// Whether it is drawn from a range and not written: then it may have to be rounded.
  package private(set) var isDrawn = false

  var isBare: Bool { unit.isEmpty && period == nil }
  var isZero: Bool { isBare && number == 0 }

  /// Whether another figure has the same unit, whatever their periods: `1 day` and `7 days`.
  package func hasUnit(of other: Quantity) -> Bool {
    let counted = Period(counted: unit)
    return unit == other.unit || counted != nil && counted == Period(counted: other.unit)
  }

  /// The figure of a range with this unit.
  func drawn(_ number: Double) -> Quantity {
    var quantity = self
    (quantity.number, quantity.isDrawn) = (number, true)
    return quantity
  }

  package func refusePeriod() throws(Mismatch) {
    guard period == nil else { throw Mismatch(reason: "It is not a figure per period.") }
  }

  init(_ text: String) throws(Mismatch) {
    guard !text.isTooLongForHints else { throw Mismatch(reason: "The value is too long.") }
    // A minus as spreadsheets and documents print it.
    let text = text.trimmed.replacing("\u{2212}", with: "-")
    if QuantityRange.isWritten(text) {
      throw Mismatch(reason: "It takes one figure, not a range.")
    }
    let digits = text.leadingNumber
    guard !digits.isEmpty else {
      throw Mismatch(
        reason: text.isEmpty ? "No value is given." : "It does not begin with a number.")
    }
    guard let number = Double(digits) else {
      throw Mismatch(
        reason: "The dash in its power of ten is no minus.", repairs: [text.withPlainExponents])
    }
    let rest = String(text[digits.endIndex...])
    if rest.contains(where: \.isNumber), QuantityRange.isWrittenOtherwise(text) {
      throw Mismatch(reason: "It takes one figure, not a range.")
    }
    try Self.refuseSeparators(text, rest)
    try Self.refuseExtremes(number)
    if number == 0 { try Self.refuseVanished(digits) }
    self.number = number
    (unit, period) = try Self.unit(of: rest.trimmed)
  }

  /// Refuses what no figure of a market comes near, and what arithmetic would lose.
  static func refuseExtremes(_ number: Double) throws(Mismatch) {
    guard abs(number) <= 1e15 else { throw Mismatch(reason: "The number is too large.") }
    guard number == 0 || abs(number) >= 1e-15 else { throw tooSmall }
  }

  /// Refuses a zero that was none as written, such as `1e-400`.
  private static func refuseVanished(_ digits: Substring) throws(Mismatch) {
    let mantissa = digits.prefix { $0 != "e" && $0 != "E" }
    if mantissa.contains(where: { ("1"..."9").contains($0) }) { throw tooSmall }
  }

  private static let tooSmall = Mismatch(
    reason: "The number is too small: write 0, or a figure that can be noticed.")

  private static func unit(of text: String) throws(Mismatch) -> (String, Period?) {
    var words = text.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(of: "per") else {
      return (words.joined(separator: " "), nil)
    }
    let name = words[(place + 1)...].joined(separator: " ")
    words.removeSubrange(place...)
    guard let period = Period(rawValue: name) else {
      throw Mismatch(
        reason: "A period is `per day`, `per week`, `per month` or `per year`.")
    }
    return (words.joined(separator: " "), period)
  }

  private static func refuseSeparators(_ text: String, _ rest: String) throws(Mismatch) {
    guard let sign = rest.first, ",'_ \u{A0}\u{202F}，".contains(sign),
      rest.dropFirst().first?.isNumber == true
    else { return }
    let joined = text.filter { $0 != sign }
    if sign == "," || sign == "，" {
      let decimals = rest.dropFirst().prefix { $0.isNumber }
      guard decimals.count == 3 || rest.count(where: { $0 == sign }) > 1 else {
        throw Mismatch(
          reason: "Decimals are written with a dot.",
          repairs: [String(text.map { $0 == sign ? "." : $0 })])
      }
    }
    let repaired = sign == " " ? text.joiningFirstDigits : joined
    throw Mismatch(
      reason: "Numbers are written without thousands separators.", repairs: [repaired])
  }
}

extension String {
  /// The text without the spaces between its leading groups of digits: `12 300 CNY` is `12300 CNY`.
  fileprivate var joiningFirstDigits: String {
    let words = split(separator: " ")
    let groups = words.prefix { $0.allSatisfy(\.isNumber) }
    return ([groups.joined()] + words.dropFirst(groups.count).map(String.init))
      .joined(separator: " ")
  }
}
