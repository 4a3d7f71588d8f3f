/// What no document written by hand goes past.
///
/// All of them hold before anything is built that is larger than the text itself.
enum DocumentLimits {
  /// Bytes of a file.
  static let mostBytes = 1 << 20
  /// Keys and values, counted wherever they stand, also by way of aliases.
  static let mostValues = 100_000
  /// Bytes of one key or value.
  static let longestValue = 10_000
  /// Bytes of all keys, values and paths to them together, also by way of aliases.
  static let mostText = 32 << 20
  /// Levels of blocks and lists within each other.
  static let deepest = 24

  static var tooManyBytes: DocumentProblem {
    DocumentProblem(
      reason: "The file is too large: it has more than \(mostBytes >> 20) MB.",
      rule: "This is read as YAML, a page or some of text: is it the right file?")
  }

  static func tooManyValues(at place: Place, path: String = "") -> DocumentProblem {
    DocumentProblem(
      line: place.line, column: place.column, path: path, reason: "The file is too large.",
      rule: "Here it goes past \(mostValues) keys and values, those that aliases repeat counted"
        + " each time.")
  }

  static func tooMuchText(at place: Place) -> DocumentProblem {
    DocumentProblem(
      line: place.line, column: place.column, reason: "The file is too large.",
      rule: "Its keys and values, those that aliases repeat counted each time, are longer than"
        + " any that are written by hand.")
  }

  static func tooLong(at place: Place) -> DocumentProblem {
    DocumentProblem(
      line: place.line, column: place.column,
      reason: "This key or value is longer than \(longestValue) letters.",
      rule: "The usual cause is a quote that is not closed.")
  }

  static func nestedTooDeeply(at place: Place, path: String = "") -> DocumentProblem {
    DocumentProblem(
      line: place.line, column: place.column, path: path,
      reason: "The file is nested too deeply.",
      rule: "Blocks and lists stand within each other in at most \(deepest) levels.")
  }
}
