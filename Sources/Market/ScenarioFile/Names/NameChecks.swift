import Documents
import Statistics

/// Refuses names that are none, or that would share their random draws.
func checkNames(_ entries: [Element.Entry], _ reading: inout Reading) {
  let named = entries.map { entry in
    (
      name: entry.name,
      element: Element(place: entry.place, path: entry.value.path, content: .empty)
    )
  }
  checkNames(named, &reading)
}

func checkNames(_ named: [(name: String, element: Element)], _ reading: inout Reading) {
  var earlier: [UInt32: String] = [:]
  for (name, element) in named {
    if let reason = whyNoName(name) { reading.refuse(element, reason: reason) }
    if let other = earlier[nameHash(name)] {
      let same = "This name is already taken."
      let near = "This name and `\(other)` have the same hash and would share their random draws."
      reading.refuse(
        element, reason: other == name ? same : near, rule: "Choose another name.")
    }
    earlier[nameHash(name)] = name
  }
}

extension Reading {
  /// Refuses the name of something that is not there, and takes it for the nearest one from then on.
  mutating func refuse(
    unknown entry: Element.Entry, reason: String, rule: String?, among names: [String]
  ) {
    let near = meant(by: entry.name, among: names)
    if let near { note(mistyped: near, for: entry) }
    refuse(
      Element(place: entry.place, path: entry.value.path, content: .empty), reason: reason,
      rule: rule, suggestion: near)
  }
}
