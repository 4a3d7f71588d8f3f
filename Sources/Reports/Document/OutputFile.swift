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
  /// Every file of a run, the manifest last.
  ///
  /// - Throws: Where the manifest holds a number that is not finite.
  public func files(_ provenance: Provenance) throws -> [OutputFile] {
    let tables: [(String, Table, Int)] = [
      ("plans.csv", plansTable, 0), ("comparison.csv", comparisonTable, 0),
      ("daily.csv", dailyTable, 2), ("funnel.csv", funnelTable, 0),
      ("segments.csv", segmentsTable, 0), ("channels.csv", channelsTable, 0),
      ("cohorts.csv", cohortsTable, 2), ("ledger.csv", ledgerTable, 2),
    ]
    let files = tables.map { name, table, decimals in
      OutputFile(name: name, bytes: table.csv(moneyDecimals: decimals))
    }
    let manifest = Manifest(self, provenance, files: files)
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
