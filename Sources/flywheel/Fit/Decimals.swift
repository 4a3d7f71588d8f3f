import Foundation

extension Double {
  /// With so many decimals.
  func fixed(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }

  /// With at most so many decimals and no zeros at the end.
  func trimmed(_ decimals: Int) -> String {
    var text = fixed(decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// With so many digits that count, such as 4.414 or 0.2426 of four.
  func significant(_ digits: Int) -> String {
    guard self != 0, isFinite else { return fixed(0) }
    let exponent = Int(log10(magnitude).rounded(.down))
    return exponent > 14 || exponent < -9
      ? String(format: "%.\(digits - 1)e", self) : fixed(max(0, digits - 1 - exponent))
  }

  /// A share in whole percent.
  var percent: String { (100 * self).fixed(0) + "%" }

  /// Rounded, with commas between thousands.
  var grouped: String {
    let digits = magnitude.fixed(0)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return self < 0 && text != "0" ? "-" + text : text
  }
}

extension Int {
  /// With commas between thousands.
  var grouped: String { Double(self).grouped }
}
