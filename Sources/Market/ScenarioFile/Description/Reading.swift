/// What a value may depend on: read first, so that every later value can be understood where it
/// stands.
package struct Context: Sendable {
  /// `nil` while unknown: then any currency passes, for the missing one is already reported.
  package var currency: Currency?
  package var start: CalendarDate?
  package var horizon: Int?
  package var objective = Objective.profit
  /// Names of the segments, in their order.
  package var segments: [String] = []
  /// People each simulated customer stands for.
  package var standsFor = 1

  package init() {}

  /// The currency examples are written in.
  var code: String { currency?.code ?? "CNY" }
}

/// A walk through a scenario file: what is known so far, and every problem met.
package struct Reading: Sendable {
  package var context = Context()
  package var problems: [ScenarioProblem] = []
  /// The whole file.
  let root: Element
  /// Contents of the files the scenario refers to; `nil` while it is only asked which ones they
  /// are.
  let files: [String: String]?
  package var neededFiles: [String] = []
  /// Where keys belong: the names of their blocks.
  var owners: [String: [String]] = [:]
  /// At most this many people are to be simulated, whatever the file says.
  var simulated: Int?

  package init(root: Element, files: [String: String]? = nil) {
    self.root = root
    self.files = files
  }

  package mutating func refuse(
    _ element: Element, at place: Place? = nil, reason: String? = nil, rule: String? = nil,
    suggestion: String? = nil, severity: ScenarioProblem.Severity = .error
  ) {
    let place = place ?? element.place
    report(
      ScenarioProblem(
        severity: severity, line: place.line, column: place.column, path: element.path,
        value: element.text, reason: reason, rule: rule, suggestion: suggestion))
  }

  /// Whether something was wrong with a key: then what follows from its value is not known.
  func hasProblem(with element: Element?) -> Bool {
    guard let element else { return false }
    return problems.contains { $0.path == element.path && $0.severity == .error }
  }

  /// Adds a problem, once.
  mutating func report(_ problem: ScenarioProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }
}

extension Element {
  /// A single value as a report shows it: one line, not too long.
  var text: String? {
    guard case .scalar(let text) = content else { return nil }
    let line = text.map { $0.isNewline ? " " : String($0) }.joined()
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
