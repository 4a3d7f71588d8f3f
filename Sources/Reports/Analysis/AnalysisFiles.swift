public import Experiments
import Documents

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
  let files: [Manifest.File]
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
    let tables = AnalysisTables(self)
    var named: [(name: String, table: Table)] = [
      ("effects.csv", tables.effects), ("arms.csv", tables.arms),
    ]
    if !segments.isEmpty {
      named += [("segments.csv", tables.segments), ("segment-tests.csv", tables.segmentTests)]
    }
    if !joint.isEmpty { named.append(("joint.csv", tables.joint)) }
    if !days.isEmpty { named.append(("daily.csv", tables.days)) }
    if !clustering.isEmpty { named.append(("clusters.csv", tables.clusters)) }
    if !interference.isEmpty { named.append(("interference.csv", tables.interference)) }
    if !notEstimable.isEmpty { named.append(("not-estimable.csv", tables.notEstimable)) }
    let files =
      (command.map { [report(source, command: $0)] } ?? [])
      + named.map { OutputFile(name: $0.name, bytes: $0.table.csv()) }
    let methods = effects.map(\.method).distinct
    let manifest = AnalysisManifest(
      flywheel: source.version, kernels: source.kernels,
      data: AnalysisManifest.Data(file: source.data, bytes: source.bytes, sha256: source.sha256),
      plan: source.plan,
      arms: arms.map(\.name), metrics: plan.metrics.map(\.name), methods: methods,
      correction: correction, resampling: ResamplingPart(plan.resampling), rowsRead: counts.read,
      unitsUsed: counts.used,
      files: files.map(Manifest.File.init))
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
