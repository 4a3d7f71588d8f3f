/// Everything that is wrong with a file, in the order of the file.
public struct ProblemReport: Error, Sendable, Equatable {
  public let problems: [DocumentProblem]

  public init(_ problems: [DocumentProblem]) {
    let keyed = problems.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      return (a.file ?? "", a.line ?? 0, a.column ?? 0, first.offset)
        < (b.file ?? "", b.line ?? 0, b.column ?? 0, second.offset)
    }
    self.problems = keyed.map(\.element)
  }

  public var errors: [DocumentProblem] { problems.filter { $0.severity == .error } }
  public var warnings: [DocumentProblem] { problems.filter { $0.severity == .warning } }

  /// The report on a file of this name as a planner reads it, ending in a line break: the first
  /// hundred problems, and how many more there are.
  public func text(file: String) -> String {
    var lines = ["\(file): \(count)"]
    for problem in problems.prefix(Self.mostShown) {
      lines.append("")
      lines.append(head(of: problem))
      lines += wrapped(body(of: problem), width: 96).map { "  " + $0 }
    }
    let rest = problems.count - Self.mostShown
    if rest > 0 { lines += ["", "and \(grouped(rest)) more problem\(rest == 1 ? "" : "s")"] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Problems that are written out; nobody mends more before trying again.
  static let mostShown = 100

  private var count: String {
    func counted(_ number: Int, _ noun: String) -> String? {
      number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let parts = [counted(errors.count, "error"), counted(warnings.count, "warning")]
    return parts.compactMap { $0 }.joined(separator: " and ")
  }

  private func head(of problem: DocumentProblem) -> String {
    var place: [String] = []
    if let file = problem.file { place.append(file) }
    if let cell = problem.cell {
      place.append("cell \(cell)")
    } else {
      if let line = problem.line { place.append("line \(line)") }
      if let column = problem.column { place.append("column \(column)") }
    }
    if !problem.path.isEmpty { place.append(problem.path) }
    if place.isEmpty { place = ["the whole file"] }
    let start = "\(problem.severity.rawValue): \(place.joined(separator: ", "))"
    return problem.value.map { "\(start): \"\($0)\"" } ?? start
  }

  private func body(of problem: DocumentProblem) -> String {
    let question = problem.suggestion.map { "Did you mean `\($0)`?" }
    return [problem.reason, problem.rule, question].compactMap { $0 }.joined(separator: " ")
  }
}
