package import Documents

/// The JSON Schema of scenario files, for completion and checking in editors.
///
/// It is made from the same description the reader walks by. What depends on other values (sums of
/// shares, days past the horizon, what a described channel already gives) only the reader can
/// check.
package enum ScenarioSchema {
  /// Draft 2020-12.
  package static let json: JSON = {
    var definitions = Definitions()
    let root = Descriptions.scenario.schema(&definitions)
    return JSON.object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("Flywheel scenario"),
    ])
    .adding("$ref", root["$ref"])
    .adding("$defs", .object(definitions.members))
  }()

  /// Every word that a key accepts as its value.
  static let words: Set<String> = words(of: json)

  private static func words(of json: JSON) -> Set<String> {
    switch json {
    case .string, .number, .boolean, .null: []
    case .list(let items): items.reduce(into: []) { $0.formUnion(words(of: $1)) }
    case .object(let members):
      members.reduce(into: []) { words, member in
        switch (member.name, member.value) {
        case ("const", .string(let word)): words.insert(word)
        case ("enum", .list(let choices)):
          for case .string(let word) in choices { words.insert(word) }
        default: words.formUnion(Self.words(of: member.value))
        }
      }
    }
  }

  /// The names of the blocks each key belongs to.
  static let owners: [String: [String]] = {
    var owners: [String: [String]] = [:]
    guard case .object(let blocks)? = json["$defs"] else { return [:] }
    for block in blocks {
      for key in block.value["properties"]?.names ?? [] {
        owners[key, default: []].append(block.name.spaced)
      }
    }
    return owners
  }()
}

extension String {
  /// `firstPurchase` as `first purchase`.
  var spaced: String {
    map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }
}
