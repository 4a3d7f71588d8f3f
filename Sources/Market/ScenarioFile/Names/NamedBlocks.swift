import Documents

extension Key {
  /// Blocks by name, such as the channels, and at most so many of them.
  init<Inner>(
    named name: String, _ meaning: String, _ block: Section<Inner>, isRequired: Bool = false,
    most: Int? = nil,
    isGiven: @escaping @Sendable (Target) -> Bool = { _ in true },
    read: @escaping @Sendable ([Element.Entry], inout Target, inout Reading) -> Void
  ) {
    let rule = "names, and under each its keys"
    self.init(
      name: name, meaning: meaning, isRequired: isRequired, rule: rule,
      schema: { definitions in
        JSON.named(block.schema(&definitions))
          .adding("maxProperties", most.map { .number(Double($0)) })
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
        checkNames(element.entries, &reading)
        if let most {
          reading.refuse(
            element.entries, beyond: most, name, rule: "Give at most \(most) \(name).")
        }
        read(Array(element.entries.prefix(most ?? .max)), &target, &reading)
      },
      isGiven: isGiven)
  }
}
