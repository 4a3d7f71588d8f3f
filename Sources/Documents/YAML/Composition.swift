/// What is written in a YAML text, aliases not followed yet: its size is that of the text.
struct Composition {
  private(set) var nodes: [Node] = []
  /// `nil` where the text holds nothing.
  private(set) var root: Int?
  /// Nodes that may be referred to by name; the last of a name counts.
  private var anchors: [String: Int] = [:]
  private let events: YAMLEvents

  /// A value or a key, and where it stands.
  struct Node {
    var place: Place
    var content: Content

    enum Content {
      case scalar(String, isPlain: Bool)
      case list([Int])
      case block([(key: Int, value: Int)])
      case alias(of: Int)
    }
  }

  /// - Throws: What YAML cannot read, and where the text goes past what any document needs.
  init(_ text: String) throws(DocumentProblem) {
    events = YAMLEvents(text)
    _ = try events.next()
    guard case .documentStart = try events.next().content else { return }
    root = try node(from: events.next(), depth: 0)
    _ = try events.next()
    let next = try events.next()
    guard case .streamEnd = next.content else {
      throw DocumentProblem(
        syntax: "but found another document",
        within: (text: "expected a single document in the stream", line: 1), at: next.place,
        line: events.line)
    }
  }

  /// The node that a node stands for: itself, or what it is an alias of.
  func resolved(_ index: Int) -> Node {
    var node = nodes[index]
    while case .alias(let target) = node.content { node = nodes[target] }
    return node
  }

  private mutating func node(
    from event: YAMLEvents.Event, depth: Int
  ) throws(DocumentProblem) -> Int {
    guard depth <= DocumentLimits.deepest else {
      throw DocumentLimits.nestedTooDeeply(at: event.place)
    }
    guard nodes.count < DocumentLimits.mostValues else {
      throw DocumentLimits.tooManyValues(at: event.place)
    }
    let index = nodes.count
    nodes.append(Node(place: event.place, content: .list([])))
    switch event.content {
    case .scalar(let text, let isPlain):
      guard text.utf8.count <= DocumentLimits.longestValue else {
        throw DocumentLimits.tooLong(at: event.place)
      }
      nodes[index].content = .scalar(text, isPlain: isPlain)
    case .alias(let name):
      guard let target = anchors[name] else {
        throw DocumentProblem(
          syntax: "found undefined alias", within: nil, at: event.place, line: events.line)
      }
      nodes[index].content = .alias(of: target)
    case .blockStart:
      var entries: [(key: Int, value: Int)] = []
      var next = try events.next()
      while !next.isEnd {
        let key = try node(from: next, depth: depth + 1)
        let value = try node(from: events.next(), depth: depth + 1)
        entries.append((key, value))
        next = try events.next()
      }
      nodes[index].content = .block(entries)
    default:
      var items: [Int] = []
      var next = try events.next()
      while !next.isEnd {
        items.append(try node(from: next, depth: depth + 1))
        next = try events.next()
      }
      nodes[index].content = .list(items)
    }
    // Only from its end on: what holds itself would have none.
    if let anchor = event.anchor { anchors[anchor] = index }
    return index
  }
}

extension YAMLEvents.Event {
  /// Whether a list, a block or everything ends here.
  fileprivate var isEnd: Bool {
    switch content {
    case .listEnd, .blockEnd, .documentEnd, .streamEnd, .none: true
    default: false
    }
  }
}
