/// The text of a file taken apart by YAML, with what is wrong with it as YAML.
///
/// Anchors and aliases are followed; a key given twice is a problem, and the rest is read all the
/// same.
package struct Document: Sendable {
  package var root: Element?
  package var problems: [DocumentProblem] = []
  private var remaining = DocumentLimits.mostValues
  private var remainingText = DocumentLimits.mostText

  /// Bytes of the largest file that is taken apart: one that has more need not be read to its end.
  package static var mostBytes: Int { DocumentLimits.mostBytes }

  /// - Parameters:
  ///   - text: The file's text.
  ///   - advice: What to do where there is none.
  package init(
    _ text: String, advice: String = "`flywheel init` writes a scenario to start from."
  ) {
    do throws(DocumentProblem) {
      guard text.utf8.count <= Self.mostBytes else { throw DocumentLimits.tooManyBytes }
      let composition = try Composition(text)
      guard let root = composition.root else {
        problems.append(
          DocumentProblem(
            line: 1, column: 1, reason: "The file holds nothing.",
            rule: advice))
        return
      }
      self.root = try element(root, path: "", depth: 0, of: composition)
    } catch {
      problems = [error]
    }
  }

  /// The text of a file's bytes, of which at most one more than `mostBytes` are needed.
  ///
  /// - Throws: A report where they are too many, or no text.
  package static func text(of bytes: [UInt8]) throws(ProblemReport) -> String {
    guard bytes.count <= mostBytes else { throw ProblemReport([DocumentLimits.tooManyBytes]) }
    guard let text = TextEncoding.text(of: bytes) else {
      throw ProblemReport([
        DocumentProblem(
          reason: "The file is no text in UTF-8, UTF-16 or GBK.",
          rule: "Save it as plain text with the encoding UTF-8.")
      ])
    }
    return text
  }

  /// Counts a key or a value and the letters it is kept with, before it is made.
  private mutating func count(
    _ letters: Int, at place: Place, path: String
  ) throws(DocumentProblem) {
    remaining -= 1
    guard remaining >= 0 else { throw DocumentLimits.tooManyValues(at: place, path: path) }
    remainingText -= letters
    guard remainingText >= 0 else { throw DocumentLimits.tooMuchText(at: place) }
  }

  private mutating func element(
    _ index: Int, path: String, depth: Int, of composition: Composition
  ) throws(DocumentProblem) -> Element {
    let node = composition.resolved(index)
    let place = node.place
    try count(path.utf8.count, at: place, path: path)
    guard depth <= DocumentLimits.deepest else {
      throw DocumentLimits.nestedTooDeeply(at: place, path: path)
    }
    switch node.content {
    case .scalar(let text, let isPlain):
      remainingText -= text.utf8.count
      let isEmpty = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
      return Element(place: place, path: path, content: isEmpty ? .empty : .scalar(text))
    case .list(let nodes):
      var items: [Element] = []
      for (index, item) in nodes.enumerated() {
        let inner = "\(path)[\(index)]"
        items.append(try element(item, path: inner, depth: depth + 1, of: composition))
      }
      return Element(place: place, path: path, content: .list(items))
    case .block(let pairs):
      var entries: [Element.Entry] = []
      var places: [String: Place] = [:]
      for (key, value) in pairs {
        guard let entry = try entry(key, value, in: path, depth: depth, of: composition) else {
          continue
        }
        if let earlier = places[entry.name] {
          problems.append(
            DocumentProblem(
              line: entry.place.line, column: entry.place.column, path: entry.value.path,
              reason: "This key is given twice, first in line \(earlier.line).",
              rule: "Keep one of them."))
        } else {
          places[entry.name] = entry.place
          entries.append(entry)
        }
      }
      return Element(place: place, path: path, content: .block(entries))
    case .alias:
      return Element(place: place, path: path, content: .empty)
    }
  }

  private mutating func entry(
    _ key: Int, _ value: Int, in path: String, depth: Int, of composition: Composition
  ) throws(DocumentProblem) -> Element.Entry? {
    let place = composition.nodes[key].place
    // What an alias in the place of a key stands for is looked at, and never followed.
    guard case .scalar(let name, _) = composition.resolved(key).content else {
      problems.append(
        DocumentProblem(
          line: place.line, column: place.column, path: path,
          reason: "Something else stands where a key belongs.",
          rule: "A key is a word or a few words followed by a colon."))
      return nil
    }
    try count(name.utf8.count, at: place, path: path)
    let inner = path.isEmpty ? name : "\(path).\(name)"
    return Element.Entry(
      name: name, place: place,
      value: try element(value, path: inner, depth: depth + 1, of: composition))
  }
}
