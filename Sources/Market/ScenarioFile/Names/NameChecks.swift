import Documents
import Statistics

/// Refuses names that are none, that read as the same, or that would share their random draws with another.
///
/// - Parameters:
///   - entries: What is named.
///   - known: Names from elsewhere: who writes one of them means the same thing.
///   - areDrawn: Whether anything is drawn by the names.
///   - reading: Where problems are noted.
func checkNames(
  _ entries: [Element.Entry], beside known: [String] = [], areDrawn: Bool = true,
  _ reading: inout Reading
) {
  let named = entries.map { (name: $0.name, element: $0.nameElement) }
  checkNames(named, beside: known, areDrawn: areDrawn, &reading)
}

func checkNames(
  _ named: [(name: String, element: Element)], beside known: [String] = [], areDrawn: Bool = true,
  _ reading: inout Reading
) {
  var hashes: [UInt32: String] = [:]
  let written = Set(named.map(\.name))
  var readAlike = Dictionary(grouping: known.filter { !written.contains($0) }, by: \.asRead)
  for (name, element) in named {
    if let reason = whyNoName(name) { reading.refuse(element, reason: reason) }
    if let other = name.mostAlike(of: readAlike[name.asRead] ?? []) {
      reading.refuse(element, named: name, like: other)
    } else if areDrawn, let other = hashes[nameHash(name)] {
      reading.refuse(
        element,
        reason: "This name and `\(other)` have the same hash and would share their random draws.",
        rule: "Choose another name.")
    }
    hashes[nameHash(name)] = name
    readAlike[name.asRead, default: []].append(name)
  }
}

extension String {
  /// Of names that read as this one the first that nobody can tell from it, else the first.
  fileprivate func mostAlike(of names: [String]) -> String? {
    names.first { LookAlike(self, $0)?.isInvisible ?? true } ?? names.first
  }
}

extension Element.Entry {
  /// Where its name stands.
  var nameElement: Element { Element(place: place, path: value.path, content: .empty) }
}

extension Reading {
  /// Refuses a name that reads like an earlier one, and warns of one that can be told from it only by looking closely.
  mutating func refuse(_ element: Element, named name: String, like other: String) {
    guard let alike = LookAlike(name, other) else {
      refuse(element, reason: "This name is already taken.", rule: "Choose another name.")
      return
    }
    refuse(
      element, reason: "This name and `\(other)` differ only in \(alike.clause).",
      rule: alike.isInvisible
        ? "Choose another name."
        : "If two are meant, choose names that are told apart at a glance.",
      severity: alike.isInvisible ? .error : .warning)
  }

  /// Refuses the name of something that is not there, and takes it for the nearest one from then on.
  mutating func refuse(
    unknown entry: Element.Entry, reason: String, rule: String?, among names: [String]
  ) {
    let near = meant(by: entry.name, among: names)
    if let near { note(mistyped: near, for: entry) }
    // The suggestion would look like what is written.
    let alike = near.flatMap { LookAlike(entry.name, $0) }.flatMap { $0.isInvisible ? $0 : nil }
    refuse(
      entry.nameElement,
      reason: reason + (alike.map { " It differs from one only in \($0.clause)." } ?? ""),
      rule: rule, suggestion: near)
  }
}
