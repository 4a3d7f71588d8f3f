import CLibzip
import Foundation
import Testing

/// Zip archives for tests, made by libzip.
enum TestArchive {
  /// An archive of files.
  ///
  /// - Parameters:
  ///   - files: Their texts by name.
  ///   - password: Locks them.
  /// - Returns: Its bytes; none where the library fails, which an issue says: to whoever reads them, they would be an
  ///   archive of nothing.
  static func bytes(_ files: [(name: String, text: [UInt8])], password: String? = nil) -> [UInt8] {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    let whole = unsafe zip_source_buffer_create(nil, 0, 0, &error)
    guard let source = unsafe whole else { return unsafe failed(&error) }
    unsafe zip_source_keep(source)
    defer { unsafe zip_source_free(source) }
    let opened = unsafe zip_open_from_source(source, ZIP_TRUNCATE, &error)
    guard let archive = unsafe opened else { return unsafe failed(&error) }
    for (name, text) in files {
      // Freed by the library once the archive is written.
      let copy = unsafe malloc(max(1, text.count))
      unsafe copy?.copyMemory(from: text, byteCount: text.count)
      let part = unsafe zip_source_buffer(archive, copy, zip_uint64_t(text.count), 1)
      guard let part = unsafe part else { return unsafe failed(zip_get_error(archive)) }
      let index = unsafe zip_file_add(archive, name, part, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else { return unsafe failed(zip_get_error(archive)) }
      if let password {
        unsafe zip_file_set_encryption(
          archive, zip_uint64_t(index), zip_uint16_t(ZIP_EM_AES_256), password)
      }
    }
    guard unsafe zip_close(archive) == 0 else { return unsafe failed(zip_get_error(archive)) }
    var status = unsafe zip_stat_t()
    unsafe zip_source_stat(source, &status)
    guard unsafe zip_source_open(source) == 0 else {
      return unsafe failed(zip_source_error(source))
    }
    defer { unsafe zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(unsafe status.size))
    let read = unsafe bytes.withUnsafeMutableBytes {
      unsafe zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count))
    }
    #expect(read == bytes.count)
    return bytes
  }

  private static func failed(_ error: UnsafeMutablePointer<zip_error_t>) -> [UInt8] {
    Issue.record("libzip: \(unsafe String(cString: zip_error_strerror(error)))")
    return []
  }

  /// A workbook of one sheet.
  ///
  /// - Parameters:
  ///   - rows: The sheet's data, as XML.
  ///   - strings: Its shared texts, as XML of their `si`.
  ///   - styles: Number formats by the number of their style.
  ///   - startsIn1904: Whether its days are counted from 1904 on.
  ///   - others: Files that are added or replace those of the same name.
  /// - Returns: The workbook.
  static func workbook(
    _ rows: String, strings: [String] = [], styles: [String] = [], startsIn1904: Bool = false,
    others: [String: String] = [:]
  ) -> [UInt8] {
    let schema = "http://schemas.openxmlformats.org"
    let office = "\(schema)/officeDocument/2006/relationships"
    let main = "\(schema)/spreadsheetml/2006/main"
    let formats = styles.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
    }
    let cells = styles.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    var files = [
      "_rels/.rels": "<Relationships><Relationship Id=\"r\" Type=\"\(office)/officeDocument\""
        + " Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/workbook.xml": "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">"
        + "<workbookPr date1904=\"\(startsIn1904 ? 1 : 0)\"/><sheets>"
        + "<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels": "<Relationships>"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
        + "<Relationship Id=\"rId3\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>",
      "xl/sharedStrings.xml": "<sst xmlns=\"\(main)\">\(strings.joined())</sst>",
      "xl/styles.xml": "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats.joined())</numFmts>"
        + "<cellXfs>\(cells.joined())</cellXfs></styleSheet>",
      "xl/worksheets/sheet1.xml":
        "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>",
    ]
    for (name, text) in others { files[name] = text }
    return bytes(files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
  }
}
