import CXlsxWriter
import Foundation

/// A workbook to be written; the same content gives the same bytes.
public struct WorkbookContent: Sendable {
  public let title: String
  public let sheets: [SheetContent]

  public init(title: String, sheets: [SheetContent]) {
    self.title = title
    self.sheets = sheets
  }

  /// The workbook as a file (.xlsx).
  ///
  /// - Returns: Its bytes.
  /// - Throws: `WorkbookProblem.unwritten` where there is no room for temporary files.
  public func bytes() throws(WorkbookProblem) -> [UInt8] {
    // The library writes files by their names only.
    let file = FileManager.default.temporaryDirectory.appending(
      path: "flywheel-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    // Before the library complains about it on a terminal that is not its own.
    guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
      throw .unwritten("no temporary file can be made in \(file.deletingLastPathComponent().path)")
    }
    try write(to: file.path)
    guard let data = try? Data(contentsOf: file) else { throw .unwritten("it is not there") }
    return Array(data)
  }

  private func write(to path: String) throws(WorkbookProblem) {
    guard let book = unsafe workbook_new(path) else { throw .unwritten("no memory is left") }
    unsafe setProperties(book)
    var formats = unsafe WorkbookFormats(book)
    for sheet in sheets {
      guard let page = unsafe workbook_add_worksheet(book, sheet.name) else {
        _ = unsafe workbook_close(book)
        throw .unwritten("no sheet can be called “\(sheet.name)”")
      }
      unsafe SheetWriter(book: book, page: page).write(sheet, &formats)
    }
    let error = unsafe workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw .unwritten(unsafe String(cString: lxw_strerror(error)))
    }
  }

  /// 2000-01-01: a clock would make other bytes of the same content.
  private static let created = 946_684_800

  private func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe title.printable.withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = UnsafeMutablePointer(mutating: title)
      unsafe properties.created = Self.created
      _ = unsafe workbook_set_properties(book, &properties)
    }
  }
}

extension String {
  /// Without what XML cannot hold, and no longer than a cell may be.
  var printable: String {
    let isPlain =
      utf8.count < 32_000 && !unicodeScalars.contains { $0.value < 0x20 || $0.value >= 0xFFFE }
    if isPlain { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(32_000) {
      let isHeld = scalar == "\n" || scalar == "\t" || scalar.value >= 0x20
      text.append(isHeld && scalar.value & 0xFFFE != 0xFFFE ? scalar : "\u{FFFD}")
    }
    return String(text)
  }
}

/// Formats of a workbook, each made once.
@safe struct WorkbookFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [SheetFormat: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { unsafe self.book = book }

  mutating func format(_ format: SheetFormat) -> UnsafeMutablePointer<lxw_format>? {
    if format == .plain { return nil }
    if let known = unsafe made[format] { return unsafe known }
    guard let new = unsafe workbook_add_format(book) else { return nil }
    if !format.number.isEmpty { unsafe format_set_num_format(new, format.number) }
    if format.wraps || format.role == .header { unsafe format_set_text_wrap(new) }
    unsafe format_set_align(
      new,
      UInt8((format.role == .header ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP).rawValue))
    if format.isAtRight { unsafe format_set_align(new, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    switch format.role {
    case .plain: break
    case .title:
      unsafe format_set_bold(new)
      unsafe format_set_font_size(new, 14)
    case .bold: unsafe format_set_bold(new)
    case .soft: unsafe format_set_font_color(new, 0x5B6470)
    case .header:
      unsafe format_set_bold(new)
      unsafe format_set_bottom(new, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_bg_color(new, 0xEEF1F4)
    case .input:
      unsafe format_set_bold(new)
      unsafe format_set_bg_color(new, 0xFFF3C4)
      unsafe format_set_border(new, UInt8(LXW_BORDER_THIN.rawValue))
    }
    unsafe made[format] = new
    return unsafe new
  }
}
