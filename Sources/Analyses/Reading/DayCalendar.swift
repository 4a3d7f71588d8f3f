import Experiments
import Documents

/// Days of observation that are written as dates: all times of one date are one day.
struct DayCalendar: Sendable {
  let form: DateForm
  /// By the name's number.
  private let days: [Int32: CalendarDate]

  init(form: DateForm, days: [Int32: CalendarDate]) {
    self.form = form
    self.days = days
  }

  /// Units' days as they belong in a table of units, in order.
  func labels(_ codes: consuming [Int32]) -> Labels {
    let order = Set(days.values).sorted()
    let places = Dictionary(
      uniqueKeysWithValues: order.enumerated().map {
        ($0.element, Int32(truncatingIfNeeded: $0.offset))
      })
    let placeOfCode = days.mapValues { places[$0] ?? 0 }
    for unit in codes.indices { codes[unit] = placeOfCode[codes[unit]] ?? 0 }
    return Labels(names: order.map(\.iso), codes: codes)
  }
}

extension GroupNames {
  /// The names as dates; nil where they are not, or are numbers that count days in themselves.
  func calendar(
    _ codes: [Int32], _ column: String, _ forced: DateForm?
  ) throws(ColumnDoubt) -> DayCalendar? {
    let names = order(codes).filter { $0.name != "(none)" }
    guard let form = try DateForm(of: names.map(\.name), column: column, forced: forced) else {
      return nil
    }
    var days: [Int32: CalendarDate] = [:]
    for (code, name) in names {
      guard case .date(let day) = form.read(Array(name.utf8).span) else { return nil }
      days[Int32(truncatingIfNeeded: code)] = day
    }
    return DayCalendar(form: form, days: days)
  }
}
