internal import Statistics

extension Block {
  /// Reads a value written in layers, later ones over earlier ones, and reports what none of them gives.
  ///
  /// A channel, say, is described once and changed by a plan. A layer that several values share is read
  /// for each of them; its problems are reported once.
  func read(layers: [Element], _ reading: inout Reading) -> Target {
    var target = blank
    for layer in layers { read(layer, into: &target, &reading) }
    if let last = layers.last { complete(target, at: last, &reading) }
    return target
  }
}

extension Key {
  /// Blocks by name, such as the channels.
  init<Inner>(
    named name: String, _ meaning: String, _ block: Block<Inner>, isRequired: Bool = false,
    isGiven: @escaping @Sendable (Target) -> Bool = { _ in true },
    read: @escaping @Sendable ([Element.Entry], inout Target, inout Reading) -> Void
  ) {
    let rule = "names, and under each its keys"
    self.init(
      name: name, meaning: meaning, isRequired: isRequired, rule: rule,
      schema: { definitions in
        .object([
          "type": .list([.string("object"), .string("null")]),
          "additionalProperties": block.schema(&definitions),
        ])
      },
      read: { element, target, reading in
        switch element.content {
        case .block, .empty: break
        case .list, .scalar:
          reading.refuse(element, reason: "A block belongs here.", rule: "Write \(rule).")
          return
        }
        checkNames(element, &reading)
        read(element.entries, &target, &reading)
      },
      isGiven: isGiven)
  }
}

/// Refuses names that are none, or that would share their random draws.
func checkNames(_ element: Element, _ reading: inout Reading) {
  let named = element.entries.map { entry in
    (name: entry.name, element: Element(place: entry.place, path: entry.value.path, content: .empty))
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
