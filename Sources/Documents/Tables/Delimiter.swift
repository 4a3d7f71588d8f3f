/// What separates the fields of a table.
public enum Delimiter {
  /// In the order in which equals are taken.
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

  /// A separator by its sign or its name.
  public static func named(_ text: String) -> UInt8? {
    switch text.lowercased() {
    case "tab", "\\t", "\t": return 0x09
    case "comma", ",": return UInt8(ascii: ",")
    case "semicolon", ";": return UInt8(ascii: ";")
    case "pipe", "|": return UInt8(ascii: "|")
    default:
      let bytes = Array(text.utf8)
      guard bytes.count == 1, bytes[0] > 0x20, bytes[0] < 0x7F, bytes[0] != UInt8(ascii: "\""),
        bytes[0] != UInt8(ascii: "."), bytes[0] != UInt8(ascii: "-"),
        !(0x30...0x39).contains(bytes[0]), !(0x41...0x5A).contains(bytes[0] & 0xDF)
      else { return nil }
      return bytes[0]
    }
  }

  /// The separator that a first line such as `sep=;` names.
  package static func said(by line: ArraySlice<UInt8>) -> UInt8? {
    let word = line.filter { $0 != 0x20 && $0 != UInt8(ascii: "\"") }
    guard word.count == 5,
      word.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 })
    else { return nil }
    return word[4]
  }

  /// The separator of which most of the first lines have the same number; of equals the one of which there are
  /// more in a line.
  ///
  /// - Parameter lines: By line, how often each byte stands outside quotes.
  /// - Returns: The separator; a comma where there is none.
  static func most(in lines: [[Int]]) -> UInt8 {
    var best = (delimiter: candidates[0], lines: 0, count: 0)
    for candidate in candidates {
      var tally: [Int: Int] = [:]
      for line in lines where line[Int(candidate)] > 0 {
        tally[line[Int(candidate)], default: 0] += 1
      }
      for (count, number) in tally where (number, count) > (best.lines, best.count) {
        best = (candidate, number, count)
      }
    }
    return best.delimiter
  }
}

/// The first lines of a text, as far as they tell what separates fields.
struct FirstLines {
  /// By line, how often each byte stands outside quotes.
  private(set) var counts: [[Int]] = []
  /// Whether the last line is whole, or there are more.
  private(set) var isCut = false

  init(_ text: some Collection<UInt8>, most: Int) {
    var line = [Int](repeating: 0, count: 256)
    var isInside = false
    var isEmpty = true
    for byte in text {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      if !isInside, byte == 0x0A || byte == 0x0D {
        guard !isEmpty || most == 1 else { continue }
        counts.append(line)
        if counts.count == most {
          isCut = true
          return
        }
        line = [Int](repeating: 0, count: 256)
        isEmpty = true
        continue
      }
      isEmpty = false
      if !isInside { line[Int(byte)] += 1 }
    }
    if !isEmpty || counts.isEmpty { counts.append(line) }
  }
}
