/// The JSON Schema of scenario files, for completion and checking in editors.
///
/// It is made from the same description the reader walks by. What depends on other values (sums of
/// shares, days past the horizon, what a described channel already gives) only the reader can
/// check.
package enum ScenarioSchema {
  /// Draft 2020-12.
  package static let json: JSON = {
    var definitions = Definitions()
    let root = Section<ScenarioDraft>.scenario.schema(&definitions)
    return JSON.object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("Flywheel scenario"),
    ])
    .adding("$ref", root["$ref"])
    .adding("$defs", .object(definitions.members))
  }()

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

extension ScenarioFile {
  /// The JSON Schema of scenario files as text, ending in a line break.
  public static var schema: String { ScenarioSchema.json.text() + "\n" }
}

extension String {
  /// `firstPurchase` as `first purchase`.
  var spaced: String {
    map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }
}
