import Documents

/// A scenario file taken apart, with what it is read with, at any draw of what is not known.
struct ScenarioSource: Sendable, Equatable {
  var root: Element
  /// Contents of the needed files; `nil` while it is only asked which ones they are.
  var files: [String: String]?
  /// Why files cannot be read, where more is known than that they cannot.
  var unreadable: [String: String] = [:]
  var simulated: Int?

  /// The scenario at given standard normal scores of its assumptions, those without one at their
  /// medians.
  ///
  /// - Parameters:
  ///   - scores: By the assumptions' names.
  ///   - bases: Files of today's customers that have been read before.
  /// - Returns: The scenario, `nil` where something is missing, and the walk with all that it met.
  func read(
    _ scores: [String: Double] = [:], bases: [String: BaseFile] = [:]
  ) -> (scenario: Scenario?, reading: Reading) {
    var reading = Reading(root: root)
    reading.uncertain.scores = scores
    reading.context.files = files
    reading.context.unreadableFiles = unreadable
    reading.context.bases = bases
    reading.context.simulated = simulated
    let scenario = reading.scenario()
    return (scenario, reading)
  }
}

extension Reading {
  /// Walks the whole file.
  fileprivate mutating func scenario() -> Scenario? {
    var draft = ScenarioDraft()
    let block = Descriptions.scenario
    owners = { ScenarioSchema.owners }
    block.respell(&self)
    context.segments = (root["segments"]?.entries ?? []).map(\.name)
    guard case .block = root.content else {
      refuse(
        root, reason: "The file is not a scenario: it does not begin with keys.",
        rule: "`flywheel init` writes a scenario to start from.")
      return nil
    }
    block.read(root, into: &draft, &self)
    block.complete(draft, layers: [root], &self)
    return draft.resolved(root, &self)
  }
}
