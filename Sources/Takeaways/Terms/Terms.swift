import Documents

/// Every word a report uses.
public enum Terms {
  public static let groups: [TermGroup] = [
    .market, .answer, .money, .customers, .offers, .chances, .files, .experiments, .designs,
    .rehearsals, .purchaseLogs,
  ]

  /// What a planner looked up.
  public enum Found: Equatable {
    case term(Term)
    /// Words that are near, if any are.
    case nearest([String])
  }

  /// A word in any case, or a column's title with what stands after it.
  public static func find(_ written: String) -> Found {
    let wanted = key(written)
    if let term = byName[wanted] { return .term(term) }
    if let whole = byName[withoutEnding(wanted)] { return .term(whole) }
    let words = Set(wanted.split(separator: " "))
    let holding = names.filter { name in
      let others = Set(key(name).split(separator: " "))
      return !words.isEmpty && (words.isSubset(of: others) || others.isSubset(of: words))
    }
    let near = nearest(to: wanted, among: names.map(key)).flatMap { byName[$0]?.word }
    return .nearest(Array(([near].compactMap(\.self) + holding).distinct.prefix(5)))
  }

  /// All of it, group by group.
  public static func text(width: Int) -> String {
    groups.map { group in
      "\(group.title)\n" + group.terms.map { lines($0, width: width) }.joined()
    }
    .joined(separator: "\n")
  }

  /// One word with its explanation.
  public static func text(of term: Term, width: Int) -> String {
    "\(term.word): \(term.sentence)".wrapped(to: width).joined(separator: "\n") + "\n"
  }

  private static func lines(_ term: Term, width: Int) -> String {
    let indent = 26
    let text = term.sentence.wrapped(to: width - indent)
    let name = "  \(term.word)".padded(to: indent - 1)
    let start =
      name.displayWidth < indent
      ? ["\(name) \(text.first ?? "")"] : [name] + text.prefix(1).map { indented($0, indent) }
    return (start + text.dropFirst().map { indented($0, indent) })
      .map { $0 + "\n" }.joined()
  }

  private static func indented(_ text: String, _ indent: Int) -> String {
    String(repeating: " ", count: indent) + text
  }

  private static var names: [String] { groups.flatMap(\.terms).flatMap(\.names) }

  private static let byName = Dictionary(
    groups.flatMap(\.terms).flatMap { term in term.names.map { (key($0), term) } },
    uniquingKeysWith: { first, _ in first })

  private static func key(_ word: String) -> String {
    word.lowercased().split(separator: " ").joined(separator: " ")
  }

  /// A column such as `CLV low` or `chosen in to` is its first words' and the ending's.
  private static func withoutEnding(_ title: String) -> String {
    let endings = [" low", " high", " computed from", " computed to", " from", " to"]
    guard let ending = endings.first(where: { title.hasSuffix($0) }) else { return title }
    return String(title.dropLast(ending.count))
  }
}
