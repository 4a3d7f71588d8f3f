/// Why a workbook cannot be read, or not be written.
public enum WorkbookProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// A zip archive that holds something else.
  case otherArchive
  /// A kind of workbook that is not read here, and how it is called.
  case otherKind(String)
  case encrypted
  /// What is wrong with it.
  case broken(String)
  /// What becomes too large, and how large it may be.
  case tooLarge(String)
  /// No sheet has the name asked for; those there are.
  case noSheet(String, among: [String])
  case noSheets
  /// What the library that writes it said.
  case unwritten(String)

  public var description: String {
    switch self {
    case .otherArchive: "this is a zip archive without a workbook in it: unpack it first"
    case .otherKind(let kind): "this is \(kind): save it as .xlsx or the sheet as CSV"
    case .encrypted:
      "this workbook is locked by a password: save a copy without one, or the sheet as CSV"
    case .broken(let reason):
      "this workbook is broken (\(reason)): open it in a spreadsheet, which may mend it, and save"
        + " the sheet as CSV"
    case .tooLarge(let what): "this workbook is not unpacked any further, because \(what)"
    case .noSheet(let name, let names):
      "it has no sheet “\(name)”; it has \(names.map { "“\($0)”" }.joined(separator: ", "))"
    case .noSheets: "this workbook has no sheet with cells"
    case .unwritten(let reason): "the workbook could not be written: \(reason)"
    }
  }
}
