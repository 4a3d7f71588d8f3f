import ArgumentParser
import Documents

/// How a file of rows is written, where that cannot be found out from it.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: """
      The encoding, such as gbk, utf-16, windows-1252 or shift_jis. (default: UTF-8, UTF-16 by its mark, GBK or \
      Western European where the bytes say so)
      """)
  var encoding: String?

  @Option(help: "What separates fields: , ; | or tab. (default: as in the first rows)")
  var separator: String?

  @Option(help: "The sheet of a workbook (.xlsx). (default: the first)")
  var sheet: String?

  @Option(help: "Lines above the row of column names to pass over.")
  var skip: Int?

  @Option(
    help: "What stands before decimals: point or comma. (default: as all rows of a column tell)")
  var decimal: String?

  @Option(
    help: """
      How dates are written: d/m/y, m/d/y, y/m/d, or as a number: serial, seconds, milliseconds. (default: as \
      all rows of the column tell)
      """)
  var dateFormat: String?

  @Flag(help: "Answer although more than 5% of the rows cannot be used.")
  var allowLoss = false

  func validate() throws { _ = try table() }

  /// - Throws: `ValidationError` with the first that is wrong.
  func table() throws -> TableOptions {
    var options = TableOptions()
    options.encoding = try Self.read(encoding, TextEncoding.init) {
      "“\($0)” is no encoding known here; some are utf-8, gbk, utf-16, windows-1252, big5, shift_jis."
    }
    options.delimiter = try Self.read(separator, Delimiter.named) {
      "--separator is one sign such as , or ; or tab, not “\($0)”."
    }
    options.decimal = try Self.read(decimal, DecimalMark.init) {
      "--decimal is point or comma, not “\($0)”."
    }
    options.dates = try Self.read(dateFormat, DateForm.init) {
      "--date-format is d/m/y, m/d/y, y/m/d, serial, seconds or milliseconds, not “\($0)”."
    }
    if let skip {
      guard (0...1000).contains(skip) else {
        throw ValidationError("--skip is a number of lines, 0 or more.")
      }
      options.skip = skip
    }
    return options
  }

  private static func read<Value>(
    _ text: String?, _ parse: (String) -> Value?, otherwise refusal: (String) -> String
  ) throws -> Value? {
    guard let text else { return nil }
    guard let value = parse(text) else { throw ValidationError(refusal(text)) }
    return value
  }

  /// Opens a table, and says how to read it.
  func open(_ path: String) throws(FileProblem) -> (TableInput, TableOptions) {
    let input = try TableInput(path, sheet: sheet, takesCommas: options.decimal == .comma)
    return (input, input.options(options))
  }

  /// What was asked for, after it has been found right.
  private var options: TableOptions { (try? table()) ?? TableOptions() }
}
