import Documents

extension ScenarioFile {
  /// The JSON Schema of scenario files as text, ending in a line break.
  public static var schema: String { ScenarioSchema.json.text() + "\n" }

  /// Everything a scenario file may hold, block by block in plain words, ending in a line break.
  public static var keyList: String {
    guard case .object(let blocks)? = ScenarioSchema.json["$defs"] else { return "" }
    return blocks.map(section).joined(separator: "\n")
  }

  private static func section(_ block: JSON.Member) -> String {
    guard case .object(let keys)? = block.value["properties"] else { return "" }
    var lines = ["\(block.name.spaced): \(text(block.value["description"]))"]
    for key in keys {
      let indent = String(repeating: " ", count: 24)
      let meaning = wrapped(text(key.value["description"]), width: 74)
      let name = "  " + key.name
      let gap = String(repeating: " ", count: max(1, indent.count - name.count))
      lines.append(name + gap + (meaning.first ?? ""))
      lines += meaning.dropFirst().map { indent + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ json: JSON?) -> String {
    guard case .string(let text)? = json else { return "" }
    return text
  }
}
