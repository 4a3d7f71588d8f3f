public import Documents

/// What a planner wrote: the text of a scenario file, ready to become a `Scenario`.
///
/// Reading is pure: files the scenario refers to are named by `neededFiles`, and their contents are
/// passed to `resolve`.
public struct ScenarioFile: Sendable {
  var document: Document
  /// Names of the files the scenario refers to, as written.
  public let neededFiles: [String]

  /// Days a scenario can play at most: 20 years.
  public static let longestHorizon = 7_300
  /// Bytes that a table of today's customers can have: some ten million of them.
  public static let mostBytesOfBase = 512 << 20

  /// Takes a scenario's text apart; nothing is refused before `resolve`.
  public init(_ text: String) {
    document = Document(text)
    neededFiles =
      document.root.map { root in
        ScenarioSource(root: root).read().reading.context.neededFiles
      } ?? []
  }

  /// A scenario from the bytes of a file, which must be UTF-8.
  ///
  /// - Throws: A report where the bytes are no text in UTF-8.
  public init(bytes: [UInt8]) throws(ProblemReport) {
    self.init(try Document.text(of: bytes))
  }

  /// The scenario the file describes.
  ///
  /// - Parameters:
  ///   - files: Contents of the needed files, by name; those that cannot be read are left out.
  ///   - unreadable: Why some of these cannot be read.
  ///   - simulated: Play at most this many people, each standing for as many as that takes,
  ///     whatever the file says; the number of people is rounded down to a multiple.
  /// - Returns: The scenario, and warnings of what is odd about it.
  /// - Throws: Every problem of the file at once.
  public func resolve(
    files: [String: String] = [:], unreadable: [String: String] = [:], simulated: Int? = nil
  ) throws(ProblemReport) -> ResolvedScenario {
    let document = including(files).document
    // Without any plan nothing more can be said than what is wrong with their table.
    guard let root = document.root, document.problems.isEmpty || root["plans"]?.content != .list([])
    else { throw ProblemReport(document.problems) }
    let source = ScenarioSource(
      root: root, files: files, unreadable: unreadable, simulated: simulated)
    let central = source.read()
    var reading = central.reading
    checkLevers(source, &reading)
    // What is wrong is not read again at other draws.
    reading.refuseTooManyRanges()
    guard document.problems.isEmpty, reading.isFaultless, central.scenario != nil else {
      reading.checkAssumptionHashes()
      throw ProblemReport(document.problems + reading.problems)
    }
    let uncertain = UncertainScenario(source, central.scenario, &reading)
    let report = ProblemReport(document.problems + reading.problems)
    guard reading.isFaultless, let scenario = central.scenario else { throw report }
    return ResolvedScenario(
      scenario: scenario, warnings: report, uncertain: uncertain,
      levers: reading.context.levers)
  }
}
