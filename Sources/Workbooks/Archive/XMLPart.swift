import Foundation
import FoundationXML

/// Reads one file of a workbook's archive as XML, piece by piece.
///
/// Subclasses take what they want of it. Names come without prefixes, since programs choose those freely.
class XMLPart: NSObject, XMLParserDelegate {
  /// Why reading ended early; setting it ends it.
  var problem: WorkbookProblem?
  /// Elements that have begun and not ended, and whether any has: the parser takes any end of its bytes for the end.
  private var open = 0
  private var hasBegun = false

  /// Called where an element begins.
  func begin(_ element: String, _ attributes: [String: String]) {}
  /// Called where it ends.
  func end(_ element: String) {}
  /// Called with text between.
  func text(_ text: String) {}

  /// Reads an entry to its end.
  ///
  /// - Parameters:
  ///   - name: Where it is in the archive.
  ///   - archive: The workbook.
  /// - Returns: False where there is no such entry.
  /// - Throws: What is wrong with it.
  func read(_ name: String, of archive: Archive) throws(WorkbookProblem) -> Bool {
    guard let entry = try archive.entry(name) else { return false }
    (open, hasBegun) = (0, false)
    let stream = EntryStream(entry)
    let parser = XMLParser(stream: stream)
    parser.delegate = self
    let isWhole = parser.parse()
    // No spreadsheet writes entities: they are there to make a small file a large one, or to have others read.
    if stream.declaresEntities { throw .broken("it declares entities") }
    if let problem = problem ?? entry.problem { throw problem }
    guard isWhole, hasBegun, open == 0 else {
      throw .broken("\(name) is cut off, or not well-formed in line \(parser.lineNumber)")
    }
    return true
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open += 1
    hasBegun = true
    begin(Self.local(name), attributes)
    if problem != nil { parser.abortParsing() }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open -= 1
    end(Self.local(name))
    if problem != nil { parser.abortParsing() }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text(string) }

  private static func local(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }
}

/// An entry as the parser wants its bytes.
private final class EntryStream: InputStream {
  private let entry: Archive.Entry
  /// Whether a document type stands where only it can be: before the first piece with an element.
  private(set) var declaresEntities = false
  private var prolog: [UInt8]? = []

  init(_ entry: Archive.Entry) {
    self.entry = entry
    super.init(data: Data())
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { true }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    let count = unsafe entry.read(into: buffer, most: maxLength)
    if count > 0, prolog != nil {
      let piece = unsafe UnsafeBufferPointer(start: buffer, count: count)
      unsafe prolog?.append(contentsOf: piece)
      look()
    }
    // To the parser what is wrong is the end; it asks for an error that streams of ours cannot have.
    return declaresEntities ? 0 : max(0, count)
  }

  private static let mark = Array("<!DOCTYPE".utf8)

  /// Looks for a document type, up to the first element.
  private func look() {
    guard let prolog else { return }
    for place in prolog.indices where prolog[place] == UInt8(ascii: "<") {
      let rest = prolog[place...]
      guard rest.count >= Self.mark.count else { return }
      if rest.starts(with: Self.mark) { declaresEntities = true }
      // Anything but `<!` and `<?` begins an element.
      guard [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(rest[place + 1]), !declaresEntities
      else {
        self.prolog = nil
        return
      }
    }
    // A comment without an end.
    if prolog.count > 1 << 20 { declaresEntities = true }
  }
}
