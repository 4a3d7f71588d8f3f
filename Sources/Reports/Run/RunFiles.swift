public import Takeaways

extension RunResult {
  /// Every file of a run, the manifest last; the same files whatever the scenario, if only with a header.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again, for the report; nil where no report is wanted.
  /// - Returns: The files.
  /// - Throws: Where the manifest holds a number that is not finite.
  public func files(_ provenance: Provenance, command: String? = nil) throws -> [OutputFile] {
    let files =
      command.map { takeaway(provenance, command: $0).files } ?? namedTables.map(\.csv)
    let manifest = Manifest(self, provenance, files: files)
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
