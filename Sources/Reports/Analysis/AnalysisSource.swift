/// What an analysis was made from.
public struct AnalysisSource: Sendable, Equatable {
  public let version: String
  /// The data's file name.
  public let data: String
  /// Its size; a digest would take longer than the analysis.
  public let bytes: Int
  /// The plan's file, where there was one.
  public let plan: Provenance.Source?

  public init(version: String, data: String, bytes: Int, plan: Provenance.Source? = nil) {
    self.version = version
    self.data = data
    self.bytes = bytes
    self.plan = plan
  }
}
