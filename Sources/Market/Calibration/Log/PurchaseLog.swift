internal import Statistics

/// Purchases gathered row by row in any order, with what is needed of each customer and no more.
///
/// A row costs twelve bytes, a customer 24 and its name: amounts are summed as they come, only days are
/// kept, because whether a day is new shows when all rows are there.
public struct PurchaseLog: Sendable {
  private struct Customer {
    /// Position + 1 of the customer's newest row in `rows`.
    var newest: UInt32 = 0
    var firstDay = Int32.max
    /// Spent on the first day, and up to the end of observation, in minor units.
    var firstSpend: Int64 = 0
    var spend: Int64 = 0
  }

  private struct Row {
    let day: Int32
    let digest: UInt32
    /// Position + 1 of the same customer's row before.
    let previous: UInt32
  }

  /// The last day of observation; nil for the last day there is.
  public let until: CalendarDate?
  private var names = NameTable()
  private var customers: [Customer] = []
  private var rows = Blocks<Row>()

  public init(until: CalendarDate?) { self.until = until }

  /// Adds one row.
  ///
  /// - Parameters:
  ///   - customer: The customer's name or number.
  ///   - date: The day of the purchase.
  ///   - amount: What was paid in minor units, not negative.
  ///   - digest: Equal for rows that are equal in every field.
  /// - Returns: False where the customer's spending would exceed what can be counted; nothing is added.
  public mutating func add(
    customer: Span<UInt8>, date: CalendarDate, amount: Int64, digest: UInt64
  ) -> Bool {
    let index = names.index(of: customer)
    if index == customers.count { customers.append(Customer()) }
    let day = Int32(truncatingIfNeeded: date.dayNumber)
    var entry = customers[index]
    if until.map({ date <= $0 }) ?? true {
      let (sum, overflow) = entry.spend.addingReportingOverflow(amount)
      if overflow { return false }
      entry.spend = sum
      if day < entry.firstDay { entry.firstSpend = amount }
      if day == entry.firstDay { entry.firstSpend += amount }
    }
    entry.firstDay = min(entry.firstDay, day)
    rows.append(
      Row(day: day, digest: UInt32(truncatingIfNeeded: digest), previous: entry.newest))
    entry.newest = UInt32(truncatingIfNeeded: rows.count)
    customers[index] = entry
    return true
  }

  /// Calls `body` with every customer's days in ascending order, one a row, and what was spent.
  func forEachCustomer(
    _ body: (_ index: Int, _ rows: [Occasion], _ firstSpend: Int64, _ spend: Int64) -> Void
  ) {
    var occasions: [Occasion] = []
    for (index, customer) in customers.enumerated() {
      occasions.removeAll(keepingCapacity: true)
      var position = customer.newest
      while position > 0 {
        let row = rows[Int(position) - 1]
        occasions.append(Occasion(day: Int(row.day), digest: row.digest))
        position = row.previous
      }
      occasions.sort()
      body(index, occasions, customer.firstSpend, customer.spend)
    }
  }

  /// One row of one customer.
  struct Occasion: Comparable {
    let day: Int
    let digest: UInt32

    static func < (a: Self, b: Self) -> Bool { (a.day, a.digest) < (b.day, b.digest) }
  }

  /// Customers in any row.
  public var customerCount: Int { customers.count }

  /// The earliest day in any row.
  public var firstDay: CalendarDate? {
    customers.map(\.firstDay).min().map { CalendarDate(dayNumber: Int($0)) }
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

  subscript(index: Int) -> Element { blocks[index / Self.size][index % Self.size] }
}
