/// What the command line asks for.
struct Request: Sendable {
  /// Why there is nothing to measure.
  enum Refusal: Error, CustomStringConvertible {
    case unknown(String)
    case noNumber(String)

    var description: String {
      switch self {
      case .unknown(let word): "There is no “\(word)”.\n\(Request.usage)"
      case .noNumber(let word): "\(word) takes a whole number from 1.\n\(Request.usage)"
      }
    }
  }

  /// In the order they are defined, each once.
  private(set) var parts: [Part] = []
  /// How often each thing is timed.
  private(set) var runs = 5
  /// Whether to play the sizes that take minutes and gigabytes.
  private(set) var isLarge = false

  init(_ arguments: [String]) throws(Refusal) {
    var named: Set<Part> = []
    var words = arguments.makeIterator()
    while let word = words.next() {
      switch word {
      case "--large": isLarge = true
      case "--runs":
        guard let number = words.next().flatMap({ Int($0) }), number > 0 else {
          throw .noNumber(word)
        }
        runs = number
      default:
        guard let part = Part(rawValue: word) else { throw .unknown(word) }
        named.insert(part)
      }
    }
    parts = named.isEmpty ? Part.allCases : Part.allCases.filter { named.contains($0) }
  }

  static let usage = """
    Usage: benchmarks [\(Part.allCases.map(\.rawValue).joined(separator: "] ["))] [--runs 5] [--large]
    """
}
