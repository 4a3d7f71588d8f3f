internal import Yams

extension DocumentProblem {
  /// What YAML itself could not read, with the usual cause where there is one.
  ///
  /// - Parameters:
  ///   - error: As Yams throws it.
  ///   - line: The text of a line of the file.
  init(yaml error: any Error, line: (Int) -> String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let within = context.map { " (\($0.text), begun in line \($0.mark.line))" } ?? ""
      let text = line(mark.line)
      let lines = [mark.line - 1, mark.line].map(line)
      let letter = text.unicodeScalars.dropFirst(mark.column - 1).first.map(Character.init)
      self.init(
        line: mark.line, column: mark.column, reason: "YAML cannot read this: \(problem)\(within).",
        rule: Self.usualCause(of: problem, at: letter, in: lines))
    case .reader(let problem, let offset, _, let yaml):
      let before = offset.map { yaml.unicodeScalars.prefix($0) }
      self.init(
        line: before.map { 1 + $0.count { $0 == "\n" } },
        reason: "YAML cannot read this: \(problem).",
        rule: "Remove the invisible character there; a scenario is plain text in UTF-8.")
    default:
      self.init(reason: "YAML cannot read this: \(error).")
    }
  }

  private static func usualCause(
    of problem: String, at letter: Character?, in lines: [String]
  ) -> String {
    if letter == "\t" { return "Indent with spaces, not with tabs." }
    if lines.contains(where: { $0.contains("：") }) {
      return "Write a colon as `:` and a space, not as `：`."
    }
    if problem.contains("cannot start any token"), let letter {
      return "Put text that begins with \(letter) in quotes."
    }
    if problem.contains("mapping values are not allowed") {
      return
        "The usual cause is a line indented otherwise than its neighbours, or a text with a colon"
        + " in it: put that text in quotes."
    }
    if problem.contains("alias") { return "Text that begins with * belongs in quotes." }
    if problem.contains("another document") {
      return "A file holds one scenario; remove the line `---`."
    }
    return
      "The usual causes are a line indented otherwise than its neighbours, a missing colon after a"
      + " key, a quote or a bracket that is not closed."
  }
}
