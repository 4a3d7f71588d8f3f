internal import Statistics

/// A walk through a file: what is known so far, and every problem met.
package struct Reading: Sendable {
  package var context = Context()
  package private(set) var problems: [DocumentProblem] = []
  /// The same without their order, and the paths of those that are errors: files may have a great
  /// many.
  private var reported: Set<DocumentProblem> = []
  private var faulty: Set<String> = []
  /// Whether nothing so far is worse than odd.
  package private(set) var isFaultless = true
  /// The whole file.
  package internal(set) var root: Element
  /// Where keys belong: the names of their blocks; asked for only where a key is not known.
  package var owners: @Sendable () -> [String: [String]] = { [:] }

  /// The figures that are not known.
  package var uncertain = UncertainFigures()
  private var itemNames: ItemNames?
  /// Paths of keys that were mistyped, and names of keys written in a block they do not belong to
  /// with the paths of those blocks: they are not missing as well.
  private var mistyped: Set<String> = []
  private var misplaced: [String: [String]] = [:]
  /// Names that may still be held against a mistyped one.
  private var comparisons = 20_000
  /// Paths of values that hang on something whose problem is reported there.
  private var unread: Set<String> = []

  package init(root: Element) { self.root = root }

  package mutating func refuse(
    _ element: Element, at place: Place? = nil, reason: String? = nil, rule: String? = nil,
    suggestion: String? = nil, severity: DocumentProblem.Severity = .error
  ) {
    let place = place ?? element.place
    report(
      DocumentProblem(
        severity: severity, file: place.table, line: place.line, column: place.column,
        cell: place.cell, path: element.path, value: element.text, reason: reason, rule: rule,
        suggestion: suggestion))
  }

  /// The figure of a range that a key holds, under the name it was declared by or that of its place.
  mutating func number(
    of range: QuantityRange, declared name: String?, _ scale: RangeScale, at element: Element
  ) throws(Mismatch) -> Double {
    let names = itemNames ?? ItemNames(root)
    itemNames = names
    return try uncertain.number(
      of: range, named: name ?? names.canonical(element.path), scale, at: element)
  }

  /// Whether something was wrong with a key: then what follows from its value is not known.
  package func hasProblem(with element: Element?) -> Bool {
    guard let element else { return false }
    return unread.contains(element.path) || faulty.contains(element.path)
  }

  /// Whether so much is wrong that nobody will read all of it: then it is only said what, no longer
  /// looked for what may have been meant.
  package var isFlooded: Bool { problems.count >= 300 }

  /// Whether something was wrong within an element; past so many problems something always is.
  package func hasProblem(within element: Element) -> Bool {
    isFlooded || unread.contains { isPath($0, within: element.path) }
      || faulty.contains { isPath($0, within: element.path) }
  }

  /// Whether what stands under a key at the top, such as the channels, could not be understood:
  /// then nobody knows which names are missing there.
  package func isAstray(_ name: String) -> Bool {
    wasMeant(name, of: root) || hasProblem(with: root[name])
  }

  /// The name that was most likely meant by another one, while there is not too much to look for.
  package mutating func meant(by name: String, among known: [String]) -> String? {
    guard !isFlooded, !name.isTooLongForHints, comparisons >= known.count else { return nil }
    comparisons -= known.count
    return nearest(to: name, among: known)
  }

  /// Notes which key an unknown one was meant to be.
  package mutating func note(mistyped name: String, of block: Element) {
    mistyped.insert(block.absent(name).path)
  }

  /// Notes which name an unknown one was meant to be.
  package mutating func note(mistyped name: String, for entry: Element.Entry) {
    let block = entry.value.path.dropLast(entry.name.count)
    mistyped.insert(block + name)
  }

  /// Notes that a value could not be read because of a problem that is reported elsewhere.
  mutating func note(unread element: Element) { unread.insert(element.path) }

  /// Notes that a key stands in a block it does not belong to.
  mutating func note(misplaced name: String, in block: Element) {
    misplaced[name, default: []].append(block.path)
  }

  /// Whether a key of a block was given after all, but mistyped, or further in or out than it
  /// belongs.
  package func wasMeant(_ name: String, of block: Element) -> Bool {
    mistyped.contains(block.absent(name).path)
      || (misplaced[name] ?? []).contains {
        isPath($0, within: block.path) || isPath(block.path, within: $0)
      }
  }

  /// Refuses entries beyond the most there may be, at the first of them.
  ///
  /// - Parameters:
  ///   - entries: All that are given.
  ///   - most: How many may be.
  ///   - kind: What they are, such as `fixed costs`.
  ///   - rule: What to do instead.
  /// - Returns: Whether there are too many.
  @discardableResult
  package mutating func refuse(
    _ entries: [Element.Entry], beyond most: Int, _ kind: String, rule: String
  ) -> Bool {
    guard entries.count > most else { return false }
    let first = entries[most]
    refuse(
      Element(place: first.place, path: first.value.path, content: .empty),
      reason: "These are \(grouped(entries.count)) \(kind), and this is the first too many.",
      rule: rule)
    return true
  }

  /// Adds a problem, once.
  package mutating func report(_ problem: DocumentProblem) {
    guard reported.insert(problem).inserted else { return }
    problems.append(problem)
    guard problem.severity == .error else { return }
    isFaultless = false
    faulty.insert(problem.path)
  }
}

/// Whether a path is another one or leads further in.
private func isPath(_ path: String, within outer: String) -> Bool {
  guard path.hasPrefix(outer) else { return false }
  let rest = path.dropFirst(outer.count)
  return outer.isEmpty || rest.isEmpty || rest.first == "." || rest.first == "["
}

extension Element {
  /// A single value as a report shows it: one line, not too long.
  var text: String? {
    guard case .scalar(let text) = content else { return nil }
    let line = text.prefix(61).map { $0.isNewline ? " " : String($0) }.joined()
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
