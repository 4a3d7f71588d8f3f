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

  /// A full-width sign that YAML does not read as the one it resembles, outside of comments.
  private static func wideSign(in lines: [String]) -> String? {
    let text = lines.map { line in
      line.firstRange(of: " #").map { String(line[..<$0.lowerBound]) } ?? line
    }.joined(separator: "\n")
    let causes: [(wide: String, name: String, plain: String)] = [
      ("：", "a colon", "`:` and a space"), ("，", "a comma", "`,` and a space"),
      ("、", "a comma", "`,` and a space"), ("｛", "a brace", "`{`"), ("｝", "a brace", "`}`"),
      ("［", "a bracket", "`[`"), ("］", "a bracket", "`]`"), ("【", "a bracket", "`[`"),
      ("】", "a bracket", "`]`"), ("“", "a quotation mark", "`\"`"),
      ("”", "a quotation mark", "`\"`"),
      ("－", "a hyphen", "`-` and a space"), ("　", "a space", "a usual space, not a full-width one"),
      ("＃", "the sign before a comment", "`#`"),
    ]
    guard let cause = causes.first(where: { text.contains($0.wide) }) else { return nil }
    if cause.wide == "　" { return "Write \(cause.name) as \(cause.plain)." }
    return "Write \(cause.name) as \(cause.plain), not as `\(cause.wide)`."
  }

  private static func usualCause(
    of problem: String, at letter: Character?, in lines: [String]
  ) -> String {
    if letter == "\t" { return "Indent with spaces, not with tabs." }
    if let sign = wideSign(in: lines) { return sign }
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
