extension Element {
  /// The keys of a way, of which names may hold points: at each step the longest name that is known there.
  package static func way(_ text: String, in blocks: [Element]) -> [String] {
    let known = blocks.flatMap { $0.entries.map(\.name) }
    let name =
      known.filter { text == $0 || text.hasPrefix($0 + ".") }.max { $0.count < $1.count }
      ?? String(text.prefix { $0 != "." })
    let rest = text.dropFirst(name.count + 1)
    let inner = blocks.compactMap { $0[name] }
    return [name.trimmed] + (rest.isEmpty ? [] : way(String(rest), in: inner))
  }
}
