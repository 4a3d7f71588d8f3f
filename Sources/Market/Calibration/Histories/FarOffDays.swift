import Documents

/// Days that no purchase was made on: placeholders such as 1900-01-01, and years mistyped.
///
/// One order in 2052 would move the end of observation by a generation, and make everybody a lapsed customer.
struct FarOffDays {
  /// Fewer rows than this tell nothing about which are far off.
  private static let fewest = 20
  /// Of all rows, what may be far off.
  private static let most = 0.01
  /// What databases and spreadsheets write for no date.
  private static let placeholders = Set(
    ["1899-12-30", "1899-12-31", "1900-01-01", "1901-01-01", "1970-01-01"]
      .compactMap { CalendarDate(written: $0) })

  /// The days at either end that are farther from the rest than the rest is long, and than a year, if few rows
  /// are of them; placeholders whatever their number, up to half of all.
  ///
  /// - Parameter rows: How many rows each day has.
  /// - Returns: nil where there are none.
  static func among(_ rows: [CalendarDate: Int]) -> Set<CalendarDate>? {
    let all = rows.values.reduce(0, +)
    guard all >= fewest else { return nil }
    var days = rows.keys.sorted()[...]
    var found: Set<CalendarDate> = []
    while let place = gap(days) {
      let (before, after) = (days[...place], days[(place + 1)...])
      func count(_ part: ArraySlice<CalendarDate>) -> Int {
        part.reduce(0) { $0 + (rows[$1] ?? 0) }
      }
      let isEarly = count(before) < count(after)
      let (few, rest) = isEarly ? (before, after) : (after, before)
      guard let first = rest.first, let last = rest.last, let near = isEarly ? few.last : few.first
      else { break }
      let distance = isEarly ? first - near : near - last
      let isPlaceholder = few.allSatisfy { placeholders.contains($0) }
      let share = Double(count(few)) / Double(all)
      guard distance > 365, isPlaceholder || distance > last - first && share <= most else { break }
      found.formUnion(few)
      days = rest
    }
    return found.isEmpty ? nil : found
  }

  /// Before the widest gap between neighbours.
  private static func gap(_ days: ArraySlice<CalendarDate>) -> Int? {
    days.indices.dropLast().max { days[$0 + 1] - days[$0] < days[$1 + 1] - days[$1] }
  }
}
