/// What a planner wrote: the text of a scenario file, ready to become a `Scenario`.
///
/// Reading is pure: files the scenario refers to are named by `neededFiles`, and their contents are
/// passed to `resolve`.
public struct ScenarioFile: Sendable {
  private let document: Document
  /// Names of the files the scenario refers to, as written.
  public let neededFiles: [String]

  /// Takes a scenario's text apart; nothing is refused before `resolve`.
  public init(_ text: String) {
    document = Document(text)
    neededFiles =
      document.root.map { root in
        var reading = Reading(root: root)
        _ = reading.scenario(simulated: nil)
        return reading.neededFiles
      } ?? []
  }

  /// A scenario from the bytes of a file, which must be UTF-8.
  ///
  /// - Throws: A report where the bytes are no text in UTF-8.
  public init(bytes: [UInt8]) throws(ScenarioReport) {
    self.init(try Document.text(of: bytes))
  }

  /// The scenario the file describes.
  ///
  /// - Parameters:
  ///   - files: Contents of the needed files, by name; those that cannot be read are left out.
  ///   - simulated: Play at most this many people, each standing for as many as that takes,
  ///     whatever the file says; the number of people is rounded down to a multiple.
  /// - Returns: The scenario, and warnings of what is odd about it.
  /// - Throws: Every problem of the file at once.
  public func resolve(
    files: [String: String] = [:], simulated: Int? = nil
  ) throws(ScenarioReport) -> ResolvedScenario {
    var problems = document.problems
    var scenario: Scenario?
    if let root = document.root {
      var reading = Reading(root: root, files: files)
      scenario = reading.scenario(simulated: simulated)
      problems += reading.problems
    }
    let report = ScenarioReport(problems)
    guard report.errors.isEmpty, let scenario else { throw report }
    return ResolvedScenario(scenario: scenario, warnings: report)
  }
}

extension Reading {
  /// Walks the whole file.
  fileprivate mutating func scenario(simulated: Int?) -> Scenario? {
    context.segments = (root["segments"]?.entries ?? []).map(\.name)
    var draft = ScenarioDraft()
    let block = Section<ScenarioDraft>.scenario
    guard case .block = root.content else {
      refuse(
        root, reason: "The file is not a scenario: it does not begin with keys.",
        rule: "`flywheel init` writes a scenario to start from.")
      return nil
    }
    self.simulated = simulated
    owners = ScenarioSchema.owners
    block.read(root, into: &draft, &self)
    block.complete(draft, at: root, &self)
    return draft.resolved(root, &self)
  }
}
