extension Kind {
  /// A list of values of one kind; a single value is a list of one.
  package static func list<Item>(
    of kind: Kind<Item>, _ rule: @escaping @Sendable (Context) -> String
  ) -> Kind<[Item]> {
    Kind<[Item]>(
      rule: rule,
      schema: .object([
        "anyOf": .list([
          kind.schema, .object(["type": .string("array"), "items": kind.schema]),
        ])
      ]),
      write: { $0.map(kind.write).joined(separator: ", ") }
    ) { element, reading in
      guard case .list(let items) = element.content else {
        return kind.read(element, &reading).map { [$0] }
      }
      guard !items.isEmpty else {
        reading.refuse(
          element, reason: "The list is empty.", rule: "Write \(rule(reading.context)).")
        return nil
      }
      var values: [Item] = []
      for item in items {
        if let value = kind.read(item, &reading) { values.append(value) }
      }
      return values.count == items.count ? values : nil
    }
  }
}
