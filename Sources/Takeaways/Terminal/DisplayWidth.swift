extension String {
  /// Columns the text takes on a terminal: two for East Asian wide characters, none for marks.
  ///
  /// Wide are the ranges with East_Asian_Width W or F of Unicode Standard Annex 11, taken block by block.
  package var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// At most so many columns, the end replaced by an ellipsis where it is longer.
  package func elided(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    var taken = 1
    for character in self {
      taken += character.displayWidth
      guard taken <= width else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Filled with spaces to so many columns.
  package func padded(to width: Int, atStart: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return atStart ? spaces + self : self + spaces
  }

  /// The same without the spaces at its end.
  package var withoutSpacesAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }

  /// Lines of at most so many columns, broken at spaces; a longer word has a line of its own.
  package func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.displayWidth + 1 + String(word).displayWidth <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension String {
  /// Lines of at most so many columns, all but the first set in; words that are too long, and what is written
  /// without spaces, are broken where the line ends.
  package func folded(to width: Int, atMost most: Int) -> [String] {
    let indent = 2
    guard displayWidth > width, width > 2 * indent else { return [elided(to: width)] }
    var lines: [String] = []
    var rest = Substring(self)
    while !rest.isEmpty {
      let room = lines.isEmpty ? width : width - indent
      let isLast = lines.count == most - 1
      let line = isLast ? String(rest).elided(to: room) : rest.start(within: room)
      lines.append((lines.isEmpty ? "" : String(repeating: " ", count: indent)) + line)
      guard !isLast else { break }
      rest = rest.dropFirst(line.count).drop { $0 == " " }
    }
    return lines
  }
}

extension Substring {
  /// As much as fits, up to a space where there is one.
  fileprivate func start(within width: Int) -> String {
    var taken = 0
    let fitting = prefix { character in
      taken += character.displayWidth
      return taken <= width
    }
    guard fitting.endIndex < endIndex, self[fitting.endIndex] != " ",
      let space = fitting.lastIndex(of: " ")
    else { return String(fitting) }
    return String(fitting[..<space])
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: 0
      default: wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
      }
    }.max() ?? 0
  }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
  0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
  0x20000...0x3FFFD,
]
