/// Letters of the longest name.
package let longestName = 60

/// Why a text cannot be a name, or `nil` where it can.
package func whyNoName(_ text: String) -> String? {
  if text.trimmed.isEmpty { return "A name has at least one letter." }
  if text.count > longestName { return "A name has at most \(longestName) letters." }
  let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  return isPlain ? nil : "A name has no line breaks or other control characters."
}
