import Documents
import Market
import Planning
public import Takeaways

/// Everything a run found out, as one machine-readable document; money in major units.
struct RunDocument: Encodable {
  struct ScenarioPart: Encodable {
    let name: String
    let file: String
    let sha256: String
    let currency: String
    let start: String
    let days: Int
    let objective: String
    let peopleSimulated: Int
    let eachStandsFor: Int
  }

  struct FilesPart: Encodable {
    let folder: String
    let names: [String]
  }

  let format = DocumentFormat.number
  let flywheel: String
  let scenario: ScenarioPart
  let seed: UInt64
  let replications: Int
  let precision: PrecisionPart
  /// The planner's, where the scenario has one.
  let question: String?
  let answer: [String]
  /// The same in a row, as several scenarios are listed.
  let inShort: ShortPart
  let computation: String
  let baseline: String?
  let ranking: [String]
  let plans: [PlanPart]
  let files: FilesPart
}

extension RunResult {
  /// The result as a JSON object, without a line break at the end.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - folder: Where the files are.
  ///   - files: Their names.
  /// - Returns: The text of the document.
  /// - Throws: Where a number is not finite.
  public func document(_ provenance: Provenance, folder: String, files: [String]) throws -> String {
    let answer = Answer(self)
    let document = RunDocument(
      flywheel: provenance.version,
      scenario: RunDocument.ScenarioPart(
        name: scenario.name, file: provenance.scenario.file, sha256: provenance.scenario.sha256,
        currency: scenario.currency.code, start: scenario.start.iso, days: scenario.horizon,
        objective: scenario.objective.rawValue, peopleSimulated: scenario.peopleSimulated,
        eachStandsFor: scenario.market.standsFor),
      seed: scenario.seed, replications: comparison.summary.replications,
      precision: PrecisionPart(self), question: scenario.question, answer: answer.sentences,
      inShort: ShortPart(self), computation: answer.computation,
      baseline: comparison.plans.first?.plan.name, ranking: ranked.map(\.plan.name),
      plans: comparison.plans.indices.map { PlanPart(self, $0) },
      files: RunDocument.FilesPart(folder: folder, names: files))
    return String(decoding: try jsonText(document).dropLast(), as: UTF8.self)
  }
}
