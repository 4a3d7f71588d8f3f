/// A number without needless zeros, such as `30` or `0.8`.
package func plain(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A share as a percentage, such as `5%`.
package func percent(_ share: Double) -> String { plain((share * 1e12).rounded() / 1e10) + "%" }

/// A count with commas between thousands, such as `4,912`.
package func grouped(_ count: Int) -> String {
  var digits = Array("\(count.magnitude)")
  for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
  return (count < 0 ? "-" : "") + String(digits)
}

/// So many of something, such as `1 day` or `30 days`.
package func counted(_ count: Int, _ thing: String) -> String {
  "\(count) \(thing)\(count == 1 ? "" : "s")"
}

/// Keys in a sentence: `a`, `b` and `c`.
package func listed(_ names: [String], joint: String? = nil) -> String {
  let quoted = names.map { "`\($0)`" }
  guard let joint, let last = quoted.last, quoted.count > 1 else {
    return quoted.joined(separator: ", ")
  }
  return quoted.dropLast().joined(separator: ", ") + " \(joint) " + last
}

extension String {
  /// Whether nobody wrote it as a name or a figure, so that nothing near it can have been meant.
  var isTooLongForHints: Bool { utf8.count > 200 }

  package var loweringFirst: String { prefix(1).lowercased() + dropFirst() }

  /// The text without spaces around it.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
