extension Section {
  /// Reads a value written in layers, later ones over earlier ones, and reports what none of them
  /// gives.
  ///
  /// A channel, say, is described once and changed by a plan. A layer that several values share is
  /// read for each of them; its problems are reported once.
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
    named name: String, _ meaning: String, _ block: Section<Inner>, isRequired: Bool = false,
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
          reading.refuse(
            element, reason: "Keys and their values belong here.", rule: "Write \(rule).")
          return
        }
        if isRequired, element.entries.isEmpty {
          reading.refuse(element, reason: "Nothing is given here.", rule: "Write \(rule).")
        }
        checkNames(element, &reading)
        read(element.entries, &target, &reading)
      },
      isGiven: isGiven)
  }
}
