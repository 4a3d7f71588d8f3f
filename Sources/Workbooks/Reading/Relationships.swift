/// Which files of a workbook belong to which.
final class Relationships: XMLPart {
  struct Target: Equatable {
    let id: String
    /// A URI whose last part says what it is.
    let kind: String
    /// Where it is in the archive.
    let part: String
  }

  private var folder = ""
  private var found: [Target] = []

  /// What a file refers to.
  ///
  /// - Parameters:
  ///   - part: The file; empty for the workbook as a whole.
  ///   - archive: The workbook.
  ///   - kind: How their kinds end.
  /// - Returns: The targets within the archive, in their order.
  /// - Throws: What is wrong with the file that lists them.
  func targets(
    _ part: String, of archive: Archive, ending kind: String
  ) throws(WorkbookProblem) -> [Target] {
    let slash = part.lastIndex(of: "/")
    folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    found = []
    _ = try read("\(folder)_rels/\(name).rels", of: archive)
    return found.filter { $0.kind.hasSuffix(kind) }
  }

  override func begin(_ element: String, _ attributes: [String: String]) {
    guard element == "Relationship", let id = attributes["Id"], let kind = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    found.append(Target(id: id, kind: kind, part: place(target)))
  }

  /// A target as a name in the archive; those from its root begin with a slash.
  private func place(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// The sheets of a workbook and from when it counts days.
final class WorkbookContents: XMLPart {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var startsIn1904 = false

  override func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "sheet":
      // The prefix of the relationship's namespace is the program's choice.
      let id = attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""
      sheets.append(
        (attributes["name"] ?? "", id, attributes["state"].map { $0 != "visible" } ?? false))
    case "workbookPr":
      startsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }
}
