/// A walk through a file: what is known so far, and every problem met.
package struct Reading: Sendable {
  package var context = Context()
  package var problems: [DocumentProblem] = []
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
        severity: severity, line: place.line, column: place.column, path: element.path,
        value: element.text, reason: reason, rule: rule, suggestion: suggestion))
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
    return unread.contains(element.path)
      || problems.contains { $0.path == element.path && $0.severity == .error }
  }

  /// Whether nothing so far is worse than odd.
  package var isFaultless: Bool { problems.allSatisfy { $0.severity == .warning } }

  /// Whether something was wrong within an element.
  package func hasProblem(within element: Element) -> Bool {
    unread.contains { isPath($0, within: element.path) }
      || problems.contains { $0.severity == .error && isPath($0.path, within: element.path) }
  }

  /// Whether what stands under a key at the top, such as the channels, could not be understood:
  /// then nobody knows which names are missing there.
  package func isAstray(_ name: String) -> Bool {
    wasMeant(name, of: root) || hasProblem(with: root[name])
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

  /// Adds a problem, once.
  package mutating func report(_ problem: DocumentProblem) {
    if !problems.contains(problem) { problems.append(problem) }
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
    let line = text.map { $0.isNewline ? " " : String($0) }.joined()
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
