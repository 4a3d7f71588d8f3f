public import Takeaways

/// A scenario that could not be played to its end, among others that were.
struct FailedDocument: Encodable {
  struct ScenarioPart: Encodable {
    let name: String
    let file: String
    let sha256: String
  }

  let format = DocumentFormat.number
  let flywheel: String
  let scenario: ScenarioPart
  let failed: String
}

extension AnsweredScenario {
  /// Why there is no answer, as a JSON object in the place of the answer's.
  ///
  /// - Throws: Where it is no JSON.
  public func failedDocument(_ provenance: Provenance) throws -> String {
    guard case .failed(let reason) = outcome else { preconditionFailure("it was answered") }
    let document = FailedDocument(
      flywheel: provenance.version,
      scenario: FailedDocument.ScenarioPart(
        name: name, file: provenance.scenario.file, sha256: provenance.scenario.sha256),
      failed: reason)
    return String(decoding: try jsonText(document).dropLast(), as: UTF8.self)
  }
}
