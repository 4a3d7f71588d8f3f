/// A file of a folder as its manifest names it.
package struct ManifestFile: Encodable {
  package let name: String
  package let bytes: Int
  package let sha256: String

  package init(_ file: OutputFile) {
    (name, bytes, sha256) = (file.name, file.bytes.count, SHA256.hex(file.bytes))
  }
}
