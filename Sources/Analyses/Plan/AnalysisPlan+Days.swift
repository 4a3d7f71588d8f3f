import Documents
import Experiments

extension AnalysisPlan {
  /// The intended shares of the arms on a day, in the arms' order.
  func weights(on day: String, _ arms: [String]) -> [Double] {
    let own = splitFrom.filter { !Self.isEarlier(day, $0.day) }.max {
      Self.isEarlier($0.day, $1.day)
    }
    let split = own?.split ?? split
    return arms.map { split.isEmpty ? 1 : split[$0] ?? 0 }
  }

  /// Days are dates, or numbers.
  private static func isEarlier(_ day: String, _ other: String) -> Bool {
    guard let one = Double(day), let two = Double(other) else { return day < other }
    return one < two
  }

  /// With effects within days: a constant for each day, and one effect for all.
  ///
  /// Where arms' shares change from day to day, what differs between days would count as effect otherwise.
  var withinDays: AnalysisPlan {
    var plan = self
    plan.stratum = day
    plan.adjustment = .ancova
    plan.standardError = standardError ?? .hc2
    return plan
  }

  /// Whether it can have a constant for each day.
  var canBeWithinDays: Bool {
    day != nil && stratum == nil && cluster == nil && switchback == nil && sequential == nil
      && !resampling.isAsked
  }

  /// With the days of splits as the table names them.
  ///
  /// - Parameter names: The table's days, in order.
  /// - Returns: The same plan.
  /// - Throws: For a day that is none, is given twice, or comes after all of the table's.
  func namingDays(_ names: [String]) throws(PlanProblem) -> AnalysisPlan {
    guard !splitFrom.isEmpty, let last = names.last else { return self }
    var plan = self
    for place in splitFrom.indices {
      let written = splitFrom[place].day
      guard let day = Self.day(written, like: last) else {
        throw PlanProblem(
          "“\(written)” is no day such as \(last), from which on a split could hold",
          key: "split-from")
      }
      guard !Self.isEarlier(last, day) else {
        throw PlanProblem(
          "the split from \(day) on begins after the last day, \(last)", key: "split-from")
      }
      guard !plan.splitFrom[..<place].contains(where: { $0.day == day }) else {
        throw PlanProblem("two splits begin on \(day)", key: "split-from")
      }
      plan.splitFrom[place].day = day
    }
    return plan
  }

  /// A day written with or without zeros, by dashes, slashes or points, the year first; or a number where days are.
  private static func day(_ text: String, like example: String) -> String? {
    if Double(example) != nil { return Double(text).map { _ in text } }
    return date(example) == nil ? text : date(text)
  }

  private static func date(_ text: String) -> String? {
    let parts = text.split { "-/.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)?.iso
  }
}
