public import Statistics

/// Where a result comes from: what has to be the same for the same bytes to come out again.
public struct Provenance: Sendable, Equatable {
  /// A file that was read, by its name and the SHA-256 of its bytes.
  public struct Source: Sendable, Equatable, Encodable {
    public let file: String
    public let sha256: String

    public init(file: String, bytes: some Sequence<UInt8>) {
      self.file = file
      sha256 = SHA256.hex(bytes)
    }
  }

  public let version: String
  public let scenario: Source
  /// Files the scenario refers to.
  public let others: [Source]
  /// What did the matrix arithmetic, such as "OpenBLAS 0.3.21, Haswell kernels" or "portable".
  public let kernels: String

  public init(
    version: String, scenario: Source, others: [Source] = [],
    kernels: String = Kernels.current.description
  ) {
    self.kernels = kernels
    self.version = version
    self.scenario = scenario
    self.others = others
  }
}
