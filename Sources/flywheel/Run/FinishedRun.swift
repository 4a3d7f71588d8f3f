import Market
import Reports

/// One of the scenarios that were to be played: what it is answered, or why it is not.
struct FinishedRun {
  let answered: AnsweredScenario
  /// As JSON, where that was asked for.
  let document: String?
  let failure: CommandFailure?

  init(_ answered: AnsweredScenario, document: String? = nil) {
    (self.answered, self.document, failure) = (answered, document, nil)
  }

  /// A scenario of which so much happens that there are no figures.
  ///
  /// - Parameters:
  ///   - job: What was played.
  ///   - limit: What was reached.
  ///   - hasDocument: Whether others' documents are given.
  /// - Throws: Where there is no JSON of it.
  init(_ job: RunJob, failed limit: SimulationLimit, hasDocument: Bool) throws {
    failure = CommandFailure("\(job.name): \(limit.sentence)")
    answered = AnsweredScenario(job.scenario, file: job.file, failed: limit.sentence)
    document = hasDocument ? try answered.failedDocument(job.provenance) : nil
  }
}
