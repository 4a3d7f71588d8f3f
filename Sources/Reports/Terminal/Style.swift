/// How words are set off: by ANSI escape sequences on a terminal that wants them, else not at all.
public enum Style: Sendable {
  case plain, coloured

  func strong(_ text: String) -> String { wrapped(text, in: "1") }

  func faint(_ text: String) -> String { wrapped(text, in: "2") }

  private func wrapped(_ text: String, in code: String) -> String {
    switch self {
    case .plain: text
    case .coloured: "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
  }
}
