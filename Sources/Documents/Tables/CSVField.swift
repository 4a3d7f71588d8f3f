/// Where one field stands among the bytes of a file.
struct CSVField: Sendable {
  /// Without the quotes around it.
  var range: Range<Int>
  /// Contains doubled quotes.
  var hasEscapes = false
  /// Something follows the closing quote.
  var isMalformed = false
}
