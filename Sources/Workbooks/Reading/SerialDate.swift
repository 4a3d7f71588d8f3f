import Documents

/// A day as spreadsheets count them, with the time of day as its fraction.
///
/// Day 1 is 1900-01-01; since they hold 1900 for a leap year, days from March 1900 on are counted from 1899-12-30.
/// Workbooks of old Macintoshes count from 1904-01-01.
struct SerialDate {
  private let day: CalendarDate
  private let seconds: Int

  /// Nil where no calendar of a spreadsheet has such a day.
  init?(_ number: Double, startsIn1904: Bool) {
    guard number >= 0, number < 2_958_466 else { return nil }
    let seconds = Int((number * 86_400).rounded())
    var days = seconds / 86_400
    if startsIn1904 { days += 1_462 } else if days < 60 { days += 1 }
    day = CalendarDate(dayNumber: days - 25_569)
    self.seconds = seconds % 86_400
  }

  /// ISO 8601; the time only where there is one.
  var text: String { seconds == 0 ? day.iso : "\(day.iso) \(Self.clock(seconds))" }

  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
