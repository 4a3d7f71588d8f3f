internal import Yams

extension ScenarioProblem {
  /// What YAML itself could not read, with the usual cause where there is one.
  init(yaml error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let within = context.map { " (\($0.text), begun in line \($0.mark.line))" } ?? ""
      self.init(
        line: mark.line, column: mark.column, reason: "YAML cannot read this: \(problem)\(within).",
        rule: Self.usualCause(of: problem))
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

  private static func usualCause(of problem: String) -> String {
    if problem.contains("cannot start any token") {
      return "Indent with spaces, not tabs, and put text that begins with a sign such as % @ ` in quotes."
    }
    if problem.contains("mapping values are not allowed") {
      return "The usual cause is a line indented otherwise than its neighbours, or a text with a colon"
        + " in it: put that text in quotes."
    }
    if problem.contains("alias") { return "Text that begins with * belongs in quotes." }
    if problem.contains("another document") { return "A file holds one scenario; remove the line `---`." }
    return "The usual causes are a line indented otherwise than its neighbours, a missing colon after a"
      + " key, a quote or a bracket that is not closed."
  }
}
