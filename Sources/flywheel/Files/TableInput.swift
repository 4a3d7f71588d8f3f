import Documents
import Foundation
import ExperimentReports
import Reports
import Takeaways
import Workbooks

/// A table as people have it, text or a sheet of a workbook, as the text of its rows.
struct TableInput: ByteSource {
  let path: String
  private var source: Source
  /// Bytes of text, if known.
  let size: Int?
  /// What to say about how it was read, beside what is said of text.
  private let notes: [String]

  private enum Source {
    case text(ByteFile)
    case sheet(pieces: [Data], next: Int)
  }

  /// Bytes of a workbook at most: a million rows of twenty columns have some 100 MB.
  private static let mostBytes = 1 << 29

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - sheet: The sheet of a workbook asked for; nil for the first.
  ///   - takesCommas: Whether in figures that a workbook holds as text a comma stands before decimals.
  /// - Throws: `FileProblem` where it cannot be read, or not as a workbook.
  init(_ path: String, sheet: String?, takesCommas: Bool = false) throws(FileProblem) {
    self.path = path
    var file = try ByteFile(path)
    let first = try file.next() ?? Data()
    try file.rewind()
    let isLocked = first.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    guard Workbook.isOne(first) || isLocked else {
      if sheet != nil {
        throw FileProblem(
          path: path, reason: "--sheet names a sheet of a workbook (.xlsx), and this is none")
      }
      (source, size, notes, workbook) = (.text(file), file.size, [], nil)
      return
    }
    let bytes = try Self.all(of: &file)
    if isLocked {
      if let problem = Workbook.lockedProblem(bytes) {
        throw FileProblem(path: path, reason: "\(problem)")
      }
      (source, size, notes, workbook) = (.text(file), file.size, [], nil)
      return
    }
    do throws(WorkbookProblem) {
      let text = try Workbook(bytes, takesCommas: takesCommas).text(ofSheet: sheet)
      source = .sheet(pieces: text.pieces.map { Data($0) }, next: 0)
      size = text.pieces.reduce(0) { $0 + $1.count }
      notes = text.notes
    } catch {
      throw FileProblem(path: path, reason: "\(error)")
    }
    workbook = Original(bytes: bytes.count, sha256: SHA256.hex(bytes))
  }

  /// The workbook that the rows come from; nil where they are the file.
  let workbook: Original?

  struct Original {
    let bytes: Int
    let sha256: String
  }

  private static func all(of file: inout ByteFile) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try file.next(), !piece.isEmpty {
      bytes.append(contentsOf: piece)
      guard bytes.count <= mostBytes else {
        throw FileProblem(path: file.path, reason: "a workbook of more than 512 MB is not read")
      }
    }
    try file.rewind()
    return bytes
  }

  /// What to add where it cannot be used: which sheet was read and what else there is to say about it.
  var hint: String { notes.isEmpty ? "" : " (\(notes.joined(separator: " ")))" }

  /// How it is read: of text what was asked for, and of a sheet what is known.
  func options(_ asked: TableOptions) -> TableOptions {
    guard case .sheet = source else { return asked }
    var options = asked
    options.encoding = nil
    options.delimiter = UInt8(ascii: ",")
    // Numbers know where their decimals begin, and texts have been read.
    options.decimal = nil
    options.notes = notes
    return options
  }

  mutating func rewind() throws(FileProblem) {
    switch source {
    case .text(var file):
      try file.rewind()
      source = .text(file)
    case .sheet(let pieces, _): source = .sheet(pieces: pieces, next: 0)
    }
  }

  mutating func next() throws(FileProblem) -> Data? {
    switch source {
    case .text(var file):
      defer { source = .text(file) }
      return try file.next()
    case .sheet(let pieces, let place):
      guard place < pieces.count else { return nil }
      source = .sheet(pieces: pieces, next: place + 1)
      return pieces[place]
    }
  }
}
