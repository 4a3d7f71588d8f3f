/// A date taken apart, before it is known whether its day or its month comes first.
struct WrittenDate {
  enum Parts: Equatable {
    /// Nothing is open.
    case day(CalendarDate)
    /// Two numbers and a year.
    case two(Int, Int, year: Int)
    /// Three numbers of at most two digits.
    case three(Int, Int, Int)
    /// A number with no marks, in days for a serial or another unit.
    case number(Double)
  }

  let parts: Parts

  /// nil where it is no date whatever comes first.
  init?(_ cell: Span<UInt8>) {
    if let quick = QuickDate(cell) {
      if quick.hasPoints {
        guard let day = Self.day(quick.year, quick.second, quick.first) else { return nil }
        parts = .day(day)
      } else {
        guard DateReading.years.contains(quick.year) else { return nil }
        parts = .two(quick.first, quick.second, year: quick.year)
      }
      return
    }
    var bytes: [UInt8] = []
    for place in cell.indices { bytes.append(cell[place]) }
    var scanner = DateScanner(bytes)
    guard let parts = scanner.parts() else { return nil }
    self.parts = parts
  }

  /// The day, if it is one.
  func day(order: DateForm.Order?, count: DateForm.Count?) -> CalendarDate? {
    switch parts {
    case .day(let day): return day
    case .two(let first, let second, let year):
      if first == second { return Self.day(year, first, second) }
      switch order {
      case .dayFirst: return Self.day(year, second, first)
      case .monthFirst: return Self.day(year, first, second)
      case .yearFirst, nil: return nil
      }
    case .three(let first, let second, let third):
      switch order {
      case .dayFirst: return Self.day(Self.century(third), second, first)
      case .monthFirst: return Self.day(Self.century(third), first, second)
      case .yearFirst: return Self.day(Self.century(first), second, third)
      case nil: return nil
      }
    case .number(let number): return count.flatMap { Self.day(number, $0) }
    }
  }

  /// Years of two digits are those from 1970 to 2069.
  static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard DateReading.years.contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func day(_ number: Double, _ count: DateForm.Count) -> CalendarDate? {
    let days: Double
    switch count {
    // Counted so that 1900-03-01 is 61; the day before it, which spreadsheets have and calendars do not, is 60.
    case .serial: days = number - 25_569
    case .seconds: days = number / 86_400
    case .milliseconds: days = number / 86_400_000
    case .microseconds: days = number / 86_400_000_000
    }
    guard days.magnitude < 1e6 else { return nil }
    let date = CalendarDate(dayNumber: Int(days.rounded(.down)))
    return DateReading.years.contains(date.parts.year) ? date : nil
  }
}
