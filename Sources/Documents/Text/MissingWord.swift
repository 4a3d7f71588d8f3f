/// Words that say that nothing is known, in every command and every column.
public enum MissingWord {
  private static let words: Set<[UInt8]> = Set(
    [
      "na", "n/a", "n.a.", "n. a.", "#n/a", "#na", "<na>", "nan", "null", "(null)", "\\n", "none",
      "nil", "k.a.", "#nv", "#div/0!", "#value!", "#wert!", "#ref!", "#bezug!", "#name?", "#num!",
      "#zahl!",
      "#null!", "#n/v", "-", "--", "—", "–", "?", ".", "无", "缺失", "空", "暂无",
    ].map { Array($0.utf8) })
  /// By byte, whether one of them begins with it, so that nearly all other cells are told at a glance.
  private static let begins: [Bool] = (0...UInt8.max).map { first in
    words.contains { $0.first == first }
  }
  private static let longest = words.reduce(0) { max($0, $1.count) }

  /// Those that may also name a group: one that is given nothing.
  public static let names: Set<[UInt8]> = Set(["none", "nil", "无", "空"].map { Array($0.utf8) })

  /// Whether a cell says so, by a word that is none of some; an empty one does.
  public static func isSaid(by cell: Span<UInt8>, besides names: Set<[UInt8]> = []) -> Bool {
    guard let inner = cell.withoutSpaces else { return true }
    guard inner.count <= longest, begins[Int(lowercased(cell[inner.lowerBound]))] else {
      return false
    }
    let word = inner.map { lowercased(cell[$0]) }
    return words.contains(word) && !names.contains(word)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
