public import Analyses
import Experiments
import Documents
public import Takeaways

/// What a folder of an analysis was made from and holds.
struct AnalysisManifest: Encodable {
  struct Data: Encodable {
    let file: String
    let bytes: Int
    let sha256: String
  }

  let format = DocumentFormat.number
  let flywheel: String
  let kernels: String
  let data: Data
  let plan: Provenance.Source?
  let arms: [String]
  let metrics: [String]
  let methods: [String]
  let correction: String
  let resampling: ResamplingPart?
  let rowsRead: Int
  let unitsUsed: Int
  let files: [ManifestFile]
}

extension AnalysisResult {
  /// Every file of an analysis, the manifest last.
  ///
  /// - Parameters:
  ///   - source: What was analysed.
  ///   - command: What gives it again, for the report; nil where no report is wanted.
  /// - Returns: The files.
  /// - Throws: Where the manifest holds a number that is not finite.
  public func files(_ source: AnalysisSource, command: String? = nil) throws -> [OutputFile] {
    let files =
      command.map { takeaway(source, command: $0).files } ?? namedTables.map(\.csv)
    let methods = effects.map(\.method).distinct
    let manifest = AnalysisManifest(
      flywheel: source.version, kernels: source.kernels,
      data: AnalysisManifest.Data(file: source.data, bytes: source.bytes, sha256: source.sha256),
      plan: source.plan,
      arms: arms.map(\.name), metrics: plan.metrics.map(\.name), methods: methods,
      correction: correction.words, resampling: ResamplingPart(plan.resampling),
      rowsRead: counts.read,
      unitsUsed: counts.used,
      files: files.map(ManifestFile.init))
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
