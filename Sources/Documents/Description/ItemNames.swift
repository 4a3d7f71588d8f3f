/// Names of the blocks in a file's lists, so that a path need not hold their positions.
struct ItemNames: Sendable {
  /// By the path of the block, such as `plans[2]`.
  private var names: [String: String] = [:]

  init(_ root: Element) { add(root) }

  private mutating func add(_ element: Element) {
    switch element.content {
    case .empty, .scalar: break
    case .block(let entries): for entry in entries { add(entry.value) }
    case .list(let items):
      for item in items {
        if case .scalar(let name)? = item["name"]?.content { names[item.path] = name }
        add(item)
      }
    }
  }

  /// The path with names in the place of positions: `plans.second visit 10.coupons` for
  /// `plans[2].coupons`.
  func canonical(_ path: String) -> String {
    var result = ""
    var known = path.startIndex
    for end in path.indices where path[end] == "]" {
      let block = String(path[...end])
      guard let name = names[block], let start = block.lastIndex(of: "[") else { continue }
      result += path[known..<start] + "." + name
      known = path.index(after: end)
    }
    return result + path[known...]
  }
}
