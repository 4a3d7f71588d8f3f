public import Market
public import Planning
public import Takeaways

/// What a folder of rehearsals was made from and holds; nothing in it changes between runs of the same seed.
struct RehearsalManifest: Encodable {
  let format = DocumentFormat.number
  let flywheel: String
  let kernels: String
  let scenario: Provenance.Source
  let otherFiles: [Provenance.Source]
  let seed: UInt64
  let arms: [String]
  let shares: [Double]
  let days: Int
  let looks: [Int]
  let metric: String
  let rehearsals: Int
  let draws: Int?
  let peopleSimulated: Int
  let enrolment: String
  let eachStandsFor: Int
  let files: [ManifestFile]
}

extension RehearsalResult {
  /// Every file of a rehearsal, the manifest last, with what was not known of the scenario.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - assumptions: What was not known of the scenario.
  ///   - command: What gives it again, for the report; nil where no report is wanted.
  /// - Returns: The files.
  /// - Throws: Where the manifest holds a number that is not finite.
  public func files(
    _ provenance: Provenance, assumptions: [Assumption] = [], command: String? = nil
  ) throws -> [OutputFile] {
    let files =
      command.map { takeaway(provenance, assumptions, command: $0).files }
      ?? namedTables(assumptions).map(\.csv)
    let manifest = RehearsalManifest(
      flywheel: provenance.version, kernels: provenance.kernels, scenario: provenance.scenario,
      otherFiles: provenance.others,
      seed: design.scenario.seed, arms: design.arms.arms.map(\.name), shares: design.shares,
      days: design.days, looks: design.looks, metric: design.metric.rawValue,
      rehearsals: design.rehearsals, draws: draws, peopleSimulated: people,
      enrolment: design.arms.enrolment.rawValue,
      eachStandsFor: design.scenario.market.standsFor,
      files: files.map(ManifestFile.init))
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
