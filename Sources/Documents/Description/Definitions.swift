/// The definitions of a JSON Schema: each block once, by name.
package struct Definitions: Sendable {
  package private(set) var members: [JSON.Member] = []

  package init() {}

  /// A reference to a block, described on first use.
  package mutating func reference(_ name: String, _ describe: (inout Definitions) -> JSON) -> JSON {
    if !members.contains(where: { $0.name == name }) {
      members.append(JSON.Member(name: name, value: .boolean(true)))
      let place = members.count - 1
      members[place].value = describe(&self)
    }
    return .object(["$ref": .string("#/$defs/\(name)")])
  }
}

extension Section {
  /// A reference to the block's JSON Schema.
  package func schema(_ definitions: inout Definitions) -> JSON {
    definitions.reference(name) { definitions in
      let properties = keys.map { key in
        JSON.Member(name: key.name, value: property(key, &definitions))
      }
      let required = keys.filter { $0.isRequired && !isLayered }.map { JSON.string($0.name) }
      return JSON.object([
        "description": .string(([meaning] + choices.map(\.sentence)).joined(separator: " ")),
        "type": .list([.string("object"), .string("null")]),
        "properties": .object(properties),
        "additionalProperties": .boolean(false),
      ])
      .adding("required", required.isEmpty ? nil : .list(required))
      .adding("not", oneOfEachChoice)
    }
  }

  private func property(_ key: Key<Target>, _ definitions: inout Definitions) -> JSON {
    var sentences = [key.meaning]
    if let typical = key.typical { sentences.append(typical.sentence) }
    if let scope = key.scope ?? (key.isRequired ? "Must be given." : nil) {
      sentences.append(scope)
    }
    if let rule = key.rule { sentences.append("Write \(rule(Context())).") }
    if let standard = key.standard(blank) { sentences.append("Left out: \(standard).") }
    let described = JSON.object(["description": .string(sentences.joined(separator: " "))])
    var schema = key.schema(&definitions)
    if case .object(let members) = schema, case .object(let start) = described {
      schema = .object(start + members)
    }
    return schema.adding("examples", key.example.map { .list([.string($0)]) })
  }

  private var oneOfEachChoice: JSON? {
    var clashes: [JSON] = []
    for choice in choices {
      var pairs: [[String]] = []
      for (place, group) in choice.groups.enumerated() {
        for other in choice.groups[(place + 1)...] {
          for name in group { pairs += other.map { [name, $0] } }
        }
      }
      for pair in pairs.distinct where !choice.mayStand(pair[0], beside: pair[1]) {
        clashes.append(.object(["required": .list(pair.map { .string($0) })]))
      }
    }
    guard !clashes.isEmpty else { return nil }
    return .object(["type": .string("object"), "anyOf": .list(clashes)])
  }
}
