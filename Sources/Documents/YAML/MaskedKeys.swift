internal import Yams

/// The text of a file in which keys given twice have been made to differ.
///
/// Yams stops at the first block in which a key is given twice. To report every problem at once the
/// first letter of the earlier one is replaced by a private-use character, which keeps all places
/// as they are, and put back after parsing.
struct MaskedKeys: Sendable {
  private var scalars: [Unicode.Scalar]
  private var letters: [Place: Unicode.Scalar] = [:]

  /// Takes a text, without the byte order mark some editors begin it with.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
  }

  mutating func compose() throws(DocumentProblem) -> Node? {
    while true {
      do {
        return try Yams.compose(yaml: text)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let place = Place(context.mark)
        guard mask(names.first, at: place) else {
          throw DocumentProblem(
            line: place.line, column: place.column,
            reason: "The key `\(names.first ?? "")` is given twice in one block.",
            rule: "Keep one of them.")
        }
      } catch {
        throw DocumentProblem(yaml: error, line: line)
      }
    }
  }

  /// A key as it was written, given as it was parsed.
  func original(_ name: String, at place: Place) -> String {
    guard let letter = letters[place] else { return name }
    return String(letter) + String(name.unicodeScalars.dropFirst())
  }

  private var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func line(_ number: Int) -> String {
    guard let start = index(of: Place(line: number, column: 1)), start < scalars.count else {
      return ""
    }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars[start...].prefix { $0 != "\n" && $0 != "\r" })
    return String(line)
  }

  private mutating func mask(_ name: String?, at place: Place) -> Bool {
    guard let letter = name?.unicodeScalars.first, var index = index(of: place),
      let mask = Unicode.Scalar(0xE000 + letters.count), letters.count < 1_000
    else { return false }
    if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, scalars[index] == letter, letters[place] == nil else {
      return false
    }
    scalars[index] = mask
    letters[place] = letter
    return true
  }

  /// Position of a place in the text; lines end as libyaml ends them.
  private func index(of place: Place) -> Int? {
    var line = 1
    var index = 0
    while line < place.line {
      guard index < scalars.count else { return nil }
      if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        index += 1
      }
      if "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalars[index]) { line += 1 }
      index += 1
    }
    return index + place.column - 1
  }
}
