/// A file a run leaves behind.
public struct OutputFile: Sendable, Equatable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension RunResult {
  /// Every file of a run, the manifest last; the same files whatever the scenario, if only with a header.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again, for the report; nil where no report is wanted.
  /// - Returns: The files.
  /// - Throws: Where the manifest holds a number that is not finite.
  public func files(_ provenance: Provenance, command: String? = nil) throws -> [OutputFile] {
    let tables: [(String, Table)] =
      [
        ("headline.csv", headlineTable), ("plans.csv", plansTable),
        ("comparison.csv", comparisonTable), ("daily.csv", dailyTable),
        ("funnel.csv", funnelTable), ("segments.csv", segmentsTable),
        ("channels.csv", channelsTable), ("cohorts.csv", cohortsTable), ("ledger.csv", ledgerTable),
        ("offers.csv", offersTable),
      ]
      + (assumptions.isEmpty ? [] : [("assumptions.csv", assumptionsTable)])
    let files =
      (command.map { [report(provenance, command: $0)] } ?? [])
      + tables.map { OutputFile(name: $0, bytes: $1.csv()) }
    let manifest = Manifest(self, provenance, files: files)
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
