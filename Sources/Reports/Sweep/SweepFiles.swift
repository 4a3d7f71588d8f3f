import Market
import Planning
import Statistics
public import Takeaways

/// What a folder of a sweep was made from and holds; nothing in it changes between runs of the same seed.
struct SweepManifest: Encodable {
  let format = DocumentFormat.number
  let flywheel: String
  let kernels: String
  let scenario: Provenance.Source
  let otherFiles: [Provenance.Source]
  let seed: UInt64
  let objective: String
  let replications: Int
  let precision: PrecisionPart
  let levers: [SweepDocument.LeverPart]
  let files: [ManifestFile]
}

/// A sweep as one machine-readable document; money in major units.
struct SweepDocument: Encodable {
  struct LeverPart: Encodable {
    let name: String
    let plan: String
    let key: String
    let low: Double
    let high: Double
    let unit: String
    let values: [String]
  }

  struct PointPart: Encodable {
    let values: [String]
    let difference: Double?
    let low: Double?
    let high: Double?
    let chanceHigher: Double?
    let shortOfBest: Double?
    let isAsGood: Bool
  }

  let format = DocumentFormat.number
  let flywheel: String
  let scenario: Provenance.Source
  let seed: UInt64
  let objective: String
  let replications: Int
  let precision: PrecisionPart
  /// The planner's, where the scenario has one.
  let question: String?
  let answer: [String]
  let baseline: String
  let levers: [LeverPart]
  /// None where nobody chooses the levers' values.
  let best: [String]
  let asGood: [[String]]
  let points: [PointPart]
  let files: RunDocument.FilesPart
}

extension SweepReport {
  /// Every file of a sweep, the manifest last.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again, for the report; nil where no report is wanted.
  /// - Returns: The files.
  /// - Throws: Where the manifest holds a number that is not finite.
  public func files(_ provenance: Provenance, command: String? = nil) throws -> [OutputFile] {
    let files =
      command.map { takeaway(provenance, command: $0).files } ?? namedTables.map(\.csv)
    let manifest = SweepManifest(
      flywheel: provenance.version, kernels: provenance.kernels, scenario: provenance.scenario,
      otherFiles: provenance.others, seed: run.scenario.seed,
      objective: run.scenario.objective.rawValue,
      replications: result.comparison.summary.replications, precision: PrecisionPart(run),
      levers: leverParts,
      files: files.map(ManifestFile.init))
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }

  /// The result as a JSON object, without a line break at the end.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - folder: Where the files are.
  ///   - files: Their names.
  /// - Returns: The text of the document.
  /// - Throws: Where a number is not finite.
  public func document(
    _ provenance: Provenance, folder: String, files: [String]
  ) throws -> String {
    func values(_ point: Int) -> [String] { grid.points[point].settings.map(\.text) }
    let document = SweepDocument(
      flywheel: provenance.version, scenario: provenance.scenario, seed: run.scenario.seed,
      objective: run.scenario.objective.rawValue,
      replications: result.comparison.summary.replications, precision: PrecisionPart(run),
      question: run.scenario.question, answer: sentences, baseline: baseline, levers: leverParts,
      best: result.role.isChosen ? values(result.best) : [],
      asGood: result.role.isChosen ? result.flat.map(values) : [],
      points: grid.points.indices.map { point in
        let range = prediction(point)
        return SweepDocument.PointPart(
          values: values(point),
          difference: aim.unit.plain(
            run.books.difference(aim.summands, plan: point + 1), currency),
          low: aim.unit.plain(range?.low, currency), high: aim.unit.plain(range?.high, currency),
          chanceHigher: result.difference(point)?.objective.chanceHigher,
          shortOfBest: aim.unit.plain(result.losses[point].mean, currency),
          isAsGood: result.role.isChosen && result.flat.contains(point))
      },
      files: RunDocument.FilesPart(folder: folder, names: files))
    return String(decoding: try jsonText(document).dropLast(), as: UTF8.self)
  }

  private var leverParts: [SweepDocument.LeverPart] {
    zip(grid.levers, grid.settings).map { lever, settings in
      SweepDocument.LeverPart(
        name: lever.name, plan: lever.plan, key: lever.key, low: lever.low, high: lever.high,
        unit: lever.unit, values: settings.map(\.text))
    }
  }
}
