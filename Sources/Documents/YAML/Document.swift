internal import Yams

/// The text of a file taken apart by YAML, with what is wrong with it as YAML.
///
/// Anchors and aliases are followed; a key given twice is a problem, and the rest is read all the
/// same.
package struct Document: Sendable {
  package var root: Element?
  package var problems: [DocumentProblem] = []
  private var remaining = 100_000
  private let deepest = 24

  /// - Parameters:
  ///   - text: The file's text.
  ///   - advice: What to do where there is none.
  package init(
    _ text: String, advice: String = "`flywheel init` writes a scenario to start from."
  ) {
    var masked = MaskedKeys(text)
    do throws(DocumentProblem) {
      guard let node = try masked.compose() else {
        problems.append(
          DocumentProblem(
            line: 1, column: 1, reason: "The file holds nothing.",
            rule: advice))
        return
      }
      root = try element(node, path: "", depth: 0, masked: masked)
    } catch {
      problems = [error]
    }
  }

  /// The text of a file's bytes.
  ///
  /// - Throws: A report where they are no text in UTF-8.
  package static func text(of bytes: [UInt8]) throws(ProblemReport) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ProblemReport([
        DocumentProblem(
          reason: "The file is not text in UTF-8.",
          rule: "Save it as plain text with the encoding UTF-8.")
      ])
    }
    return text
  }

  private mutating func element(
    _ node: Node, path: String, depth: Int, masked: MaskedKeys
  ) throws(DocumentProblem) -> Element {
    let place = Place(node.mark)
    remaining -= 1
    guard remaining > 0, depth <= deepest else {
      throw DocumentProblem(
        line: place.line, column: place.column, path: path,
        reason: remaining > 0 ? "The file is nested too deeply." : "The file is too large.",
        rule: "No scenario is nested deeper than \(deepest) levels or has 100000 values.")
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isEmpty = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return Element(place: place, path: path, content: isEmpty ? .empty : .scalar(scalar.string))
    case .sequence(let sequence):
      var items: [Element] = []
      for (index, item) in sequence.enumerated() {
        let inner = "\(path)[\(index)]"
        items.append(try element(item, path: inner, depth: depth + 1, masked: masked))
      }
      return Element(place: place, path: path, content: .list(items))
    case .mapping(let mapping):
      var entries: [Element.Entry] = []
      for (key, value) in mapping {
        guard let entry = try entry(key, value, in: path, depth: depth, masked: masked) else {
          continue
        }
        if let earlier = entries.first(where: { $0.name == entry.name }) {
          problems.append(
            DocumentProblem(
              line: entry.place.line, column: entry.place.column, path: entry.value.path,
              reason: "This key is given twice, first in line \(earlier.place.line).",
              rule: "Keep one of them."))
        } else {
          entries.append(entry)
        }
      }
      return Element(place: place, path: path, content: .block(entries))
    case .alias:
      return Element(place: place, path: path, content: .empty)
    }
  }

  private mutating func entry(
    _ key: Node, _ value: Node, in path: String, depth: Int, masked: MaskedKeys
  ) throws(DocumentProblem) -> Element.Entry? {
    let place = Place(key.mark)
    guard case .scalar(let scalar) = key else {
      problems.append(
        DocumentProblem(
          line: place.line, column: place.column, path: path,
          reason: "Something else stands where a key belongs.",
          rule: "A key is a word or a few words followed by a colon."))
      return nil
    }
    let name = masked.original(scalar.string, at: place)
    let inner = path.isEmpty ? name : "\(path).\(name)"
    return Element.Entry(
      name: name, place: place,
      value: try element(value, path: inner, depth: depth + 1, masked: masked))
  }
}

extension Place {
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
