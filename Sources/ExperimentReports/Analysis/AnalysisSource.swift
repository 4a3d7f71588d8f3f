public import Statistics
public import Takeaways

/// What an analysis was made from.
public struct AnalysisSource: Sendable, Equatable {
  public let version: String
  /// The data's file name.
  public let data: String
  public let bytes: Int
  /// Of its bytes.
  public let sha256: String
  /// The plan's file, where there was one.
  public let plan: Provenance.Source?
  /// What did the matrix arithmetic, such as "OpenBLAS 0.3.21, Haswell kernels" or "portable".
  public let kernels: String

  public init(
    version: String, data: String, bytes: Int, sha256: String, plan: Provenance.Source? = nil,
    kernels: String = Kernels.current.description
  ) {
    self.kernels = kernels
    self.version = version
    self.data = data
    self.bytes = bytes
    self.sha256 = sha256
    self.plan = plan
  }
}
