public import Documents

extension CalendarDate {
  /// A day as written in a purchase log: `2026-03-01` or `20260301`, with or without a time.
  public init?(written text: String) {
    let bytes = Array(text.utf8)
    guard case .date(let date) = DateReading(bytes.span) else { return nil }
    self = date
  }
}
