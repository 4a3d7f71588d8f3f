/// Integer sums by day × segment × source of acquisition × item.
///
/// Sums of integers are exact in any order: cubes of shards merge to the same bytes however the work was
/// split, and totals agree however they are grouped.
///
/// An item has room from when something is first added to it: of all that can happen in a market little does in any
/// one, and days played should not pay for the rest.
public struct Cube<Item: RawRepresentable & CaseIterable & Sendable>: Sendable
where Item.RawValue == Int {
  public let days: Int
  public let segments: Int
  public let sources: Int
  /// Item by item in the order in which they came up, each by day × segment × source.
  private var cells: [Int64] = []
  /// By item: where its cells begin; negative where there are none.
  private var starts: [Int]
  /// Whether a sum went past what 64 bits hold: then the sums are none, and nothing is read off them.
  public private(set) var hasOverflowed = false

  /// How many items there are.
  public static var items: Int { Item.allCases.count }

  public init(days: Int, segments: Int, sources: Int) {
    self.days = days
    self.segments = segments
    self.sources = sources
    starts = Array(repeating: -1, count: Self.items)
  }

  /// Cells of one item.
  private var width: Int { days * segments * sources }

  /// A cell's place among those of its item.
  @inline(__always)
  private func position(_ day: Int, _ segment: Int, _ source: Int) -> Int {
    (day * segments + segment) * sources + source
  }

  @inline(__always)
  public mutating func add(
    _ amount: Int64, to item: Item, day: Int, segment: Int, source: Int
  ) {
    if starts[item.rawValue] < 0 { makeRoom(for: item.rawValue) }
    add(amount, at: starts[item.rawValue] + position(day, segment, source))
  }

  @inline(__always)
  private mutating func add(_ amount: Int64, at cell: Int) {
    let (sum, isTooLarge) = cells[cell].addingReportingOverflow(amount)
    cells[cell] = sum
    if isTooLarge { hasOverflowed = true }
  }

  @inline(never)
  private mutating func makeRoom(for item: Int) {
    starts[item] = cells.count
    cells.append(contentsOf: repeatElement(0, count: width))
  }

  public subscript(item: Item, day day: Int, segment segment: Int, source source: Int)
    -> Int64
  {
    let start = starts[item.rawValue]
    return start < 0 ? 0 : cells[start + position(day, segment, source)]
  }

  /// An item's cells by day × segment × source; empty where nothing was added.
  private func cells(of item: Int) -> ArraySlice<Int64> {
    starts[item] < 0 ? [] : cells[starts[item]..<starts[item] + width]
  }

  public static func += (sum: inout Self, other: Self) {
    precondition(
      sum.days == other.days && sum.segments == other.segments && sum.sources == other.sources,
      "cubes of different scenarios")
    sum.hasOverflowed = sum.hasOverflowed || other.hasOverflowed
    for item in other.starts.indices where other.starts[item] >= 0 {
      if sum.starts[item] < 0 { sum.makeRoom(for: item) }
      let (to, from) = (sum.starts[item], other.starts[item])
      for place in 0..<other.width { sum.add(other.cells[from + place], at: to + place) }
    }
  }

  /// The sum of all cells without their signs, which bounds whatever some of them add up to.
  var magnitude: Double {
    hasOverflowed ? .infinity : cells.reduce(0) { $0 + Double($1.magnitude) }
  }

  /// The same sums without the days: one day that stands for all.
  func overDays() -> Self {
    var sum = Self(days: 1, segments: segments, sources: sources)
    for item in starts.indices where starts[item] >= 0 {
      sum.makeRoom(for: item)
      let (to, from, width) = (sum.starts[item], starts[item], sum.width)
      for day in 0..<days {
        for place in 0..<width { sum.cells[to + place] += cells[from + day * width + place] }
      }
    }
    return sum
  }

  /// The sum over the given days, segments and sources; all of them where nothing is given.
  public func total(
    _ item: Item, days: Range<Int>? = nil, segment: Int? = nil, source: Int? = nil
  ) -> Int64 {
    let start = starts[item.rawValue]
    guard start >= 0 else { return 0 }
    let segmentRange = segment.map { $0..<($0 + 1) } ?? 0..<segments
    let sourceRange = source.map { $0..<($0 + 1) } ?? 0..<sources
    var sum: Int64 = 0
    for day in days ?? 0..<self.days {
      for segment in segmentRange {
        for source in sourceRange { sum += cells[start + position(day, segment, source)] }
      }
    }
    return sum
  }

  /// One day's sums of all items, by segment × source.
  func nets(of day: Int) -> [Int64] {
    var sums = Array(repeating: Int64(0), count: segments * sources)
    let first = position(day, 0, 0)
    for start in starts where start >= 0 {
      for place in sums.indices { sums[place] += cells[start + first + place] }
    }
    return sums
  }

  /// By day: the sum of all items.
  public var dailyNet: [Int64] { (0..<days).map { nets(of: $0).reduce(0, +) } }
}

extension Cube: Equatable {
  /// Whether the sums are the same, in whatever order items came up.
  public static func == (one: Self, other: Self) -> Bool {
    one.days == other.days && one.segments == other.segments && one.sources == other.sources
      && one.hasOverflowed == other.hasOverflowed
      && one.starts.indices.allSatisfy { item in
        let (mine, others) = (one.cells(of: item), other.cells(of: item))
        if mine.isEmpty || others.isEmpty { return (mine + others).allSatisfy { $0 == 0 } }
        return mine.elementsEqual(others)
      }
  }
}

/// Every movement of money, in integer minor units.
public typealias Ledger = Cube<Account>

/// Every event that is counted.
public typealias EventCounts = Cube<JourneyEvent>

extension Cube where Item == Account {
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
