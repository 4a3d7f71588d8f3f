/// How much room letters take, as far as that can be known without the font.
enum Lettering {
  /// Width of a text in pixels: wide signs take a whole em, others a little more than half on average.
  static func width(_ text: String, size: Double = 13, isBold: Bool = false) -> Double {
    let all = text.unicodeScalars.reduce(0.0) { $0 + Self.ems($1) }
    return all * size * (isBold ? 1.06 : 1)
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20, 0x21, 0x27...0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x49, 0x66, 0x69...0x6A, 0x6C, 0x72,
      0x74, 0x7C:
      0.34
    case 0x4D, 0x57, 0x6D, 0x77, 0x40, 0x25: 0.9
    case 0x41...0x5A: 0.68
    case ..<0x300: 0.57
    // Marks that stand above or below another letter.
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...: 1.02
    default: 0.62
    }
  }

  /// The text in lines no wider than so many pixels, at most so many lines; what does not fit ends in `…`.
  static func lines(
    _ text: String, width: Double, size: Double = 13, isBold: Bool = false, most: Int = 3
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ text: String) -> Bool { self.width(text, size: size, isBold: isBold) <= width }
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      // A word wider than the line is cut, letter by letter as Chinese may be.
      for letter in word {
        if !line.isEmpty, !fits(line + String(letter)) {
          lines.append(line)
          line = ""
        }
        line.append(letter)
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > most else { return lines }
    var last = lines[most - 1]
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    return lines.prefix(most - 1) + [last + "…"]
  }
}
