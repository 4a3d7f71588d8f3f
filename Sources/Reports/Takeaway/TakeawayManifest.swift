/// What a folder was made from and holds, of a command whose result is one computation of one file.
struct TakeawayManifest: Encodable {
  let format = DocumentFormat.number
  let flywheel: String
  let kernels: String
  let command: String
  let origin: String
  let files: [Manifest.File]
}

extension Takeaway {
  /// Its files, the manifest last.
  ///
  /// - Parameters:
  ///   - version: Flywheel's.
  ///   - kernels: What did the arithmetic.
  /// - Returns: The files.
  /// - Throws: Where the manifest cannot be written down.
  func files(version: String, kernels: String) throws -> [OutputFile] {
    let files = files
    let manifest = TakeawayManifest(
      flywheel: version, kernels: kernels, command: command, origin: origin,
      files: files.map(Manifest.File.init))
    return files + [OutputFile(name: "manifest.json", bytes: try jsonText(manifest))]
  }
}
