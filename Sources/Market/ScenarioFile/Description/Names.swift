internal import Statistics

let longestName = 60

/// Why a text cannot be a name, or `nil` where it can.
func whyNoName(_ text: String) -> String? {
  if text.trimmed.isEmpty { return "A name has at least one letter." }
  if text.count > longestName { return "A name has at most \(longestName) letters." }
  let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  return isPlain ? nil : "A name has no line breaks or other control characters."
}

/// Refuses names that are none, or that would share their random draws.
func checkNames(_ element: Element, _ reading: inout Reading) {
  let named = element.entries.map { entry in
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
