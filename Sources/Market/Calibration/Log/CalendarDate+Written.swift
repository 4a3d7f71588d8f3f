public import Documents

extension CalendarDate {
  /// A day written so that it can be no other: `2026-03-01`, `2026/3/1`, `1.3.2026`, `1 March 2026`.
  public init?(written text: String) {
    let bytes = Array(text.utf8)
    guard case .date(let date) = DateForm.plain.read(bytes.span) else { return nil }
    self = date
  }
}
