/// Integer sums by day × segment × source of acquisition × item.
///
/// Sums of integers are exact in any order: cubes of shards merge to the same bytes however the work was
/// split, and totals agree however they are grouped.
///
/// An item of a segment and a source has room from when something is first added to it: of all that can happen in a
/// market little does in any one, and days played should not pay for the rest.
public struct Cube<Item: RawRepresentable & CaseIterable & Sendable>: Sendable
where Item.RawValue == Int {
  public let days: Int
  public let segments: Int
  public let sources: Int
  /// Rooms in the order in which they came up, each by day.
  private var cells: [Int64] = []
  /// By item × segment × source: where its cells begin; negative where there are none.
  private var starts: [Int32]
  /// Whether a sum went past what 64 bits hold: then the sums are none, and nothing is read off them.
  public private(set) var hasOverflowed = false

  /// How many items there are.
  public static var items: Int { Item.allCases.count }

  public init(days: Int, segments: Int, sources: Int) {
    self.days = days
    self.segments = segments
    self.sources = sources
    starts = Array(repeating: -1, count: Self.items * segments * sources)
  }

  /// The room of an item, a segment and a source.
  @inline(__always)
  private func room(_ item: Int, _ segment: Int, _ source: Int) -> Int {
    (item * segments + segment) * sources + source
  }

  @inline(__always)
  public mutating func add(
    _ amount: Int64, to item: Item, day: Int, segment: Int, source: Int
  ) {
    let room = room(item.rawValue, segment, source)
    if starts[room] < 0 { open(room) }
    let cell = Int(starts[room]) + day
    let (sum, isTooLarge) = cells[cell].addingReportingOverflow(amount)
    cells[cell] = sum
    if isTooLarge { hasOverflowed = true }
  }

  @inline(never)
  private mutating func open(_ room: Int) {
    starts[room] = Int32(cells.count)
    cells.append(contentsOf: repeatElement(0, count: days))
  }

  public subscript(item: Item, day day: Int, segment segment: Int, source source: Int)
    -> Int64
  {
    let start = starts[room(item.rawValue, segment, source)]
    return start < 0 ? 0 : cells[Int(start) + day]
  }

  /// A room's cells by day; empty where nothing was added.
  private func cells(of room: Int) -> ArraySlice<Int64> {
    starts[room] < 0 ? [] : cells[Int(starts[room])..<Int(starts[room]) + days]
  }

  public static func += (sum: inout Self, other: Self) {
    precondition(
      sum.days == other.days && sum.segments == other.segments && sum.sources == other.sources,
      "cubes of different scenarios")
    sum.hasOverflowed = sum.hasOverflowed || other.hasOverflowed
    for room in other.starts.indices where other.starts[room] >= 0 {
      if sum.starts[room] < 0 { sum.open(room) }
      if sum.cells.add(other.cells(of: room), at: Int(sum.starts[room])) {
        sum.hasOverflowed = true
      }
    }
  }

  /// The sum of all cells without their signs, which bounds whatever some of them add up to.
  var magnitude: Double {
    hasOverflowed ? .infinity : cells.reduce(0) { $0 + Double($1.magnitude) }
  }

  /// The same sums without the days: one day that stands for all.
  func overDays() -> Self {
    var sum = Self(days: 1, segments: segments, sources: sources)
    for room in starts.indices where starts[room] >= 0 {
      sum.open(room)
      sum.cells[Int(sum.starts[room])] = cells(of: room).reduce(0, +)
    }
    return sum
  }

  /// The sum over the given days, segments and sources; all of them where nothing is given.
  public func total(
    _ item: Item, days: Range<Int>? = nil, segment: Int? = nil, source: Int? = nil
  ) -> Int64 {
    let days = days ?? 0..<self.days
    var sum: Int64 = 0
    for segment in segment.map({ $0..<($0 + 1) }) ?? 0..<segments {
      for source in source.map({ $0..<($0 + 1) }) ?? 0..<sources {
        let start = Int(starts[room(item.rawValue, segment, source)])
        guard start >= 0 else { continue }
        for day in days { sum += cells[start + day] }
      }
    }
    return sum
  }

  /// By day: the sum of all items over the given segments and sources; all of them where nothing is given.
  public func dailyNet(segment: Int? = nil, source: Int? = nil) -> [Int64] {
    var nets = Array(repeating: Int64(0), count: days)
    for room in starts.indices where starts[room] >= 0 {
      guard segment == nil || segment == room / sources % segments,
        source == nil || source == room % sources
      else { continue }
      let isTooLarge = nets.add(cells(of: room), at: 0)
      precondition(!isTooLarge, "the sums of a day are numbers of 64 bits")
    }
    return nets
  }
}

extension Array<Int64> {
  /// Adds numbers to those from a place on.
  ///
  /// Without the checks of every place, which take as long as the work, several are added at a time.
  ///
  /// - Returns: Whether a sum went past what 64 bits hold.
  fileprivate mutating func add(_ others: ArraySlice<Int64>, at first: Int) -> Bool {
    precondition(first >= 0 && first + others.count <= count, "there is room for each")
    return unsafe withUnsafeMutableBufferPointer { own in
      unsafe others.withUnsafeBufferPointer { others in
        // Where both have a sign that their sum has not.
        var overflow: Int64 = 0
        for place in others.indices {
          let (one, other) = unsafe (own[first &+ place], others[place])
          let sum = one &+ other
          overflow |= (one ^ sum) & (other ^ sum)
          unsafe own[first &+ place] = sum
        }
        return overflow < 0
      }
    }
  }
}

extension Cube: Equatable {
  /// Whether the sums are the same, in whatever order items came up.
  public static func == (one: Self, other: Self) -> Bool {
    one.days == other.days && one.segments == other.segments && one.sources == other.sources
      && one.hasOverflowed == other.hasOverflowed
      && one.starts.indices.allSatisfy { room in
        let (mine, others) = (one.cells(of: room), other.cells(of: room))
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
  /// The sum of all accounts: costs are negative.
  public func net(days: Range<Int>? = nil, segment: Int? = nil, source: Int? = nil) -> Int64 {
    Account.allCases.reduce(0) {
      $0 + total($1, days: days, segment: segment, source: source)
    }
  }
}
