/// How words are set off: by ANSI escape sequences on a terminal that wants them, else not at all.
public enum Style: Sendable {
  case plain, coloured

  package func strong(_ text: String) -> String { wrapped(text, in: "1") }

  package func faint(_ text: String) -> String { wrapped(text, in: "2") }

  /// All that is ever sent of them.
  package static let sequences = ["0", "1", "2"].map(sequence)

  private static func sequence(_ code: String) -> String { "\u{1B}[\(code)m" }

  private func wrapped(_ text: String, in code: String) -> String {
    switch self {
    case .plain: text
    case .coloured: Self.sequence(code) + text + Self.sequence("0")
    }
  }
}
