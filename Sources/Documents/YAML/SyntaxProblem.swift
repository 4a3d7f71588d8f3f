extension DocumentProblem {
  /// What YAML itself could not read, with the usual cause where there is one.
  ///
  /// - Parameters:
  ///   - problem: As libyaml says it.
  ///   - within: What it was reading, and the line where that begins.
  ///   - place: Where it stopped.
  ///   - line: The text of a line of the file.
  init(
    syntax problem: String, within: (text: String, line: Int)?, at place: Place,
    line: (Int) -> String
  ) {
    let context = within.map { " (\($0.text), begun in line \($0.line))" } ?? ""
    let lines = [place.line - 1, place.line].map(line)
    let letter = lines[1].unicodeScalars.dropFirst(place.column - 1).first.map(Character.init)
    self.init(
      line: place.line, column: place.column,
      reason: "YAML cannot read this: \(problem)\(context).",
      rule: Self.usualCause(of: problem, at: letter, in: lines))
  }

  /// A character that no YAML text holds, and the line it stands in.
  init(unreadable problem: String, line: Int) {
    self.init(
      line: line, reason: "YAML cannot read this: \(problem).",
      rule: "Remove the invisible character there; a scenario is plain text in UTF-8.")
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
