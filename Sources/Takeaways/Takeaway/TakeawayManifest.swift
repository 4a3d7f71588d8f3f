/// What a folder was made from and holds, of a command whose result is one computation of one file.
package struct TakeawayManifest: Encodable {
  package let format = DocumentFormat.number
  package let flywheel: String
  package let kernels: String
  package let command: String
  package let origin: String
  package let files: [ManifestFile]
}

extension Takeaway {
  /// Its files, the manifest last.
  ///
  /// - Parameters:
  ///   - version: Flywheel's.
  ///   - kernels: What did the arithmetic.
  /// - Returns: The files.
  /// - Throws: Where the manifest cannot be written down.
  package func files(version: String, kernels: String) throws -> [OutputFile] {
    let files = files
    let manifest = TakeawayManifest(
      flywheel: version, kernels: kernels, command: command, origin: origin,
      files: files.map(ManifestFile.init))
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
