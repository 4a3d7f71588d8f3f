/// A percentage off written the Chinese way, by the tenths of the price that are kept: `8.5折` is
/// 85 % of the price, 15 % off.
package struct PriceKept: Sendable, Equatable {
  /// Of the price, above 0 and below 1.
  package let share: Double

  package init?(_ text: String) {
    let text = WideSigns(text).plain.filter { !$0.isWhitespace }
    guard text.hasSuffix("折"), !text.contains("到") else { return nil }
    let digits = text.dropLast().drop { $0 == "打" }.map { Self.numerals[$0] ?? $0 }
    guard let number = Double(String(digits)), number > 0, number < 100 else { return nil }
    share = number < 10 ? number / 10 : number / 100
    guard share < 1 else { return nil }
  }

  /// What is taken off, of the price.
  package var off: Double { 1 - share }

  /// What it means, in a sentence.
  package var sentence: String { "It leaves \(percent(share)) of the price: \(percent(off)) off." }

  private static let numerals: [Character: Character] = [
    "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8",
    "九": "9", "点": ".",
  ]
}
