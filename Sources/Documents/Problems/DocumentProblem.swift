/// One thing in a file that is wrong, where it stands and what would be right.
public struct DocumentProblem: Error, Sendable, Hashable {
  public var severity: Severity
  /// A file the one read refers to, when the problem lies there and not in the file itself.
  public var file: String?
  /// Counted from 1; `nil` where the problem has no place.
  public var line: Int?
  /// Counted from 1, in Unicode scalars.
  public var column: Int?
  /// What spreadsheets call the place, such as `C3`, where the file is a table.
  public var cell: String?
  /// Keys and list positions from the top, such as `plans[2].coupons.second visit.value`.
  public var path: String
  /// The value as written.
  public var value: String?
  /// What is wrong, as sentences.
  public var reason: String?
  /// What would be valid, as sentences.
  public var rule: String?
  /// The nearest right text.
  public var suggestion: String?

  public enum Severity: String, Sendable { case error, warning }

  public init(
    severity: Severity = .error, file: String? = nil, line: Int? = nil, column: Int? = nil,
    cell: String? = nil, path: String = "", value: String? = nil, reason: String? = nil,
    rule: String? = nil,
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.cell = cell
    self.path = path
    self.value = value
    self.reason = reason
    self.rule = rule
    self.suggestion = suggestion
  }
}
