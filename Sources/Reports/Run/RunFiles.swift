public import Takeaways

extension RunResult {
  /// Every file of a run, the manifest last; the same files whatever the scenario, if only with a header.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again, for the report; nil where no report is wanted.
  ///   - hasReplications: Whether the figures of each replication are wanted, too.
  /// - Returns: The files.
  /// - Throws: Where the manifest holds a number that is not finite.
  public func files(
    _ provenance: Provenance, command: String? = nil, hasReplications: Bool = false
  ) throws -> [OutputFile] {
    var files =
      command.map { takeaway(provenance, command: $0).files } ?? namedTables.map(\.csv)
    // Beside the workbook, not in it: rows by the ten thousand are for other software.
    if hasReplications {
      files.append(NamedTable("replications.csv", "Replications", replicationsTable).csv)
    }
    let manifest = Manifest(self, provenance, files: files)
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
