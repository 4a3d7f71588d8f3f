public import Documents
internal import Statistics

/// Purchases gathered row by row in any order, with what is needed of each customer and no more.
///
/// A row costs twelve bytes, a customer 24 and its name: amounts are summed as they come, only days are
/// kept, because whether a day is new shows when all rows are there.
public struct PurchaseLog: Sendable {
  private struct Customer {
    var rows: UInt32 = 0
    var firstDay = Int32.max
    /// Spent on the first day, and up to the end of observation, in minor units.
    var firstSpend: Int64 = 0
    var spend: Int64 = 0
  }

  private struct Row {
    let customer: UInt32
    let day: Int32
    let digest: UInt32
  }

  /// The last day of observation; nil for the last day there is.
  public let until: CalendarDate?
  /// The earliest and the latest day in any row; nil without rows.
  public private(set) var days: ClosedRange<CalendarDate>?
  private var names = NameTable()
  private var customers: [Customer] = []
  private var rows = Blocks<Row>()
  /// By day since the first that a log may have.
  private var rowsOfDay: [Int32] = []

  public init(until: CalendarDate?) { self.until = until }

  /// Adds one row.
  ///
  /// - Parameters:
  ///   - customer: The customer's name or number.
  ///   - date: The day of the purchase.
  ///   - amount: What was paid in minor units, not negative; nil where nobody knows.
  ///   - digest: Equal for rows that are equal in every field.
  /// - Returns: False where the customer's spending would exceed what can be counted; nothing is added.
  public mutating func add(
    customer: Span<UInt8>, date: CalendarDate, amount: Int64?, digest: UInt64
  ) -> Bool {
    let paid = amount ?? 0
    let index = names.index(of: customer)
    if index == customers.count { customers.append(Customer()) }
    let day = Int32(truncatingIfNeeded: date.dayNumber)
    var entry = customers[index]
    if until.map({ date <= $0 }) ?? true {
      let (sum, overflow) = entry.spend.addingReportingOverflow(paid)
      if overflow { return false }
      entry.spend = sum
      if day < entry.firstDay { entry.firstSpend = paid }
      if day == entry.firstDay { entry.firstSpend += paid }
    }
    entry.firstDay = min(entry.firstDay, day)
    days = days.map { min($0.lowerBound, date)...max($0.upperBound, date) } ?? date...date
    count(date)
    rows.append(
      Row(
        customer: UInt32(truncatingIfNeeded: index), day: day,
        digest: Occasion.digest(digest, isPriced: amount != nil)))
    entry.rows += 1
    customers[index] = entry
    return true
  }

  /// Days so far from all others that nobody can have bought on them; nil where there are none.
  var farOffDays: Set<CalendarDate>? {
    FarOffDays.among(
      Dictionary(
        uniqueKeysWithValues: rowsOfDay.enumerated().filter { $0.element > 0 }
          .map { (Self.firstDay + $0.offset, Int($0.element)) }))
  }

  private static let firstDay =
    CalendarDate(
      year: DateReading.years.lowerBound, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)

  private mutating func count(_ date: CalendarDate) {
    let place = date - Self.firstDay
    guard place >= 0, place < 366 * DateReading.years.count else { return }
    if rowsOfDay.isEmpty {
      rowsOfDay = Array(repeating: 0, count: 366 * DateReading.years.count)
    }
    rowsOfDay[place] += 1
  }

  /// Calls `body` with every customer's rows in ascending order of days, and what was spent.
  ///
  /// Customers are taken in batches whose rows fit in little memory; each batch passes over all rows.
  func forEachCustomer(
    _ body: (_ index: Int, _ rows: [Occasion], _ firstSpend: Int64, _ spend: Int64) -> Void
  ) {
    var first = 0
    while first < customers.count {
      var end = first
      var ends: [Int] = []
      var size = 0
      while end < customers.count, end == first || size + Int(customers[end].rows) <= Self.batch {
        ends.append(size)
        size += Int(customers[end].rows)
        end += 1
      }
      // Where each customer's rows begin, and after this where they end.
      var sorted = [Occasion](repeating: Occasion(day: 0, digest: 0), count: size)
      rows.forEach { row in
        let place = Int(row.customer) - first
        guard place >= 0, place < ends.count else { return }
        sorted[ends[place]] = Occasion(day: row.day, digest: row.digest)
        ends[place] += 1
      }
      var start = 0
      for (index, end) in zip(first..<end, ends) {
        var own = Array(sorted[start..<end])
        if zip(own, own.dropFirst()).contains(where: { $1 < $0 }) { own.sort() }
        body(index, own, customers[index].firstSpend, customers[index].spend)
        start = end
      }
      first = end
    }
  }

  /// Rows sorted at once.
  private static let batch = 1 << 23

  /// One row of one customer.
  struct Occasion: Comparable {
    let day: Int32
    /// Equal for rows that are equal in every field; its last bit says whether there is an amount.
    let digest: UInt32

    var isPriced: Bool { digest & 1 == 1 }

    static func digest(_ digest: UInt64, isPriced: Bool) -> UInt32 {
      UInt32(truncatingIfNeeded: digest) & ~1 | (isPriced ? 1 : 0)
    }

    static func < (a: Self, b: Self) -> Bool { (a.day, a.digest) < (b.day, b.digest) }
  }

  func name(of index: Int) -> String { names[index] }
}

/// A list in blocks of equal size, so that growing it never moves what is there.
private struct Blocks<Element: Sendable>: Sendable {
  private static var size: Int { 1 << 16 }
  private var blocks: [[Element]] = []
  private(set) var count = 0

  mutating func append(_ element: Element) {
    if count % Self.size == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(Self.size)
    }
    blocks[blocks.count - 1].append(element)
    count += 1
  }

  func forEach(_ body: (Element) -> Void) {
    for block in blocks { for element in block { body(element) } }
  }
}
