/// Integer sums by day × segment × source of acquisition × item.
///
/// Sums of integers are exact in any order: cubes of shards merge to the same bytes however the work was
/// split, and totals agree however they are grouped.
public struct Cube<Item: RawRepresentable & CaseIterable & Sendable>: Sendable, Equatable
where Item.RawValue == Int {
  public let days: Int
  public let segments: Int
  public let sources: Int
  public private(set) var cells: [Int64]
  /// Whether a sum went past what 64 bits hold: then the sums are none, and nothing is read off them.
  public private(set) var hasOverflowed = false

  public static var items: Int { Item.allCases.count }

  public init(days: Int, segments: Int, sources: Int) {
    self.days = days
    self.segments = segments
    self.sources = sources
    cells = Array(repeating: 0, count: days * segments * sources * Self.items)
  }

  @inline(__always)
  func position(_ day: Int, _ segment: Int, _ source: Int) -> Int {
    ((day * segments + segment) * sources + source) * Self.items
  }

  @inline(__always)
  public mutating func add(
    _ amount: Int64, to item: Item, day: Int, segment: Int, source: Int
  ) {
    let cell = position(day, segment, source) + item.rawValue
    let (sum, isTooLarge) = cells[cell].addingReportingOverflow(amount)
    cells[cell] = sum
    if isTooLarge { hasOverflowed = true }
  }

  public subscript(item: Item, day day: Int, segment segment: Int, source source: Int)
    -> Int64
  {
    cells[position(day, segment, source) + item.rawValue]
  }

  public static func += (sum: inout Self, other: Self) {
    precondition(sum.cells.count == other.cells.count, "cubes of different scenarios")
    sum.hasOverflowed = sum.hasOverflowed || other.hasOverflowed
    for cell in sum.cells.indices {
      let (both, isTooLarge) = sum.cells[cell].addingReportingOverflow(other.cells[cell])
      sum.cells[cell] = both
      if isTooLarge { sum.hasOverflowed = true }
    }
  }

  /// The sum of all cells without their signs, which bounds whatever some of them add up to.
  var magnitude: Double {
    hasOverflowed ? .infinity : cells.reduce(0) { $0 + Double($1.magnitude) }
  }

  /// The same sums without the days: one day that stands for all.
  func overDays() -> Self {
    var sum = Self(days: 1, segments: segments, sources: sources)
    let width = sum.cells.count
    for day in 0..<days {
      let start = day * width
      for cell in 0..<width { sum.cells[cell] += cells[start + cell] }
    }
    return sum
  }

  /// The sum over the given days, segments and sources; all of them where nothing is given.
  public func total(
    _ item: Item, days: Range<Int>? = nil, segment: Int? = nil, source: Int? = nil
  ) -> Int64 {
    let segmentRange = segment.map { $0..<($0 + 1) } ?? 0..<segments
    let sourceRange = source.map { $0..<($0 + 1) } ?? 0..<sources
    var sum: Int64 = 0
    for day in days ?? 0..<self.days {
      for segment in segmentRange {
        for source in sourceRange {
          sum += cells[position(day, segment, source) + item.rawValue]
        }
      }
    }
    return sum
  }
}

/// Every movement of money, in integer minor units.
public typealias Ledger = Cube<Account>

/// Every event that is counted.
public typealias EventCounts = Cube<JourneyEvent>

extension Cube where Item == Account {
  /// By day: the sum of all accounts, costs being negative.
  public var dailyNet: [Int64] {
    let width = segments * sources * Self.items
    return (0..<days).map { cells[$0 * width..<($0 + 1) * width].reduce(0, +) }
  }

  /// One day's sums of all accounts, by segment × source.
  func nets(of day: Int) -> [Int64] {
    (0..<segments * sources).map { place in
      let start = (day * segments * sources + place) * Self.items
      return cells[start..<start + Self.items].reduce(0, +)
    }
  }

  /// The places of a segment and a source among one day's segments × sources; all where nothing is given.
  func places(segment: Int?, source: Int?) -> [Int] {
    let sourceRange = source.map { $0..<($0 + 1) } ?? 0..<sources
    return (segment.map { $0..<($0 + 1) } ?? 0..<segments).flatMap { segment in
      sourceRange.map { segment * sources + $0 }
    }
  }

  /// The sum of all accounts: costs are negative.
  public func net(days: Range<Int>? = nil, segment: Int? = nil, source: Int? = nil) -> Int64 {
    Account.allCases.reduce(0) {
      $0 + total($1, days: days, segment: segment, source: source)
    }
  }
}
