import Statistics

/// How engaged somebody is at an opening, and when they visit us next.
struct EngagementStock: Sendable {
  var value = 0.0
  /// In days.
  fileprivate var nextVisit = Double.infinity
  fileprivate var visits: UInt32 = 0
}

/// How a stock of engagement goes on: it fades, and visits at random times add to it.
struct EngagementCourse: Sendable {
  /// What was visited longer ago has faded to a millionth.
  private static let halfLivesBefore = 20.0
  /// Visits of one person for which there are draws, with room to spare.
  private static let mostVisits = 500_000.0
  /// One stream's draws end beyond some 4,000.
  private static let mostOfAStream = 3_000.0

  let terms: Engagement
  private let kept: Double
  /// What a day's visits leave in the evening, where they are so many that the stock is nearly their mean.
  private let steadily: Double?

  init(_ terms: Engagement, days: Int) {
    self.terms = terms
    kept = terms.left(after: 1)
    steadily = terms.visits * Double(days) > Self.mostVisits ? terms.usual * (1 - kept) : nil
  }

  @inline(__always)
  func factor(of stock: EngagementStock) -> Double { terms.factor(of: stock.value) }

  /// The first day from `day` on and before `end` on which a visit comes; `end` if there is none, nor any by itself.
  @inline(__always)
  func nextVisit(_ stock: EngagementStock, from day: Int, before end: Int) -> Int {
    guard steadily == nil, stock.nextVisit < Double(end) else { return end }
    return max(day, Int(stock.nextVisit))
  }

  /// A day goes by, but for its visits.
  @inline(__always)
  func fade(_ stock: inout EngagementStock) {
    stock.value = stock.value * kept + (steadily ?? 0)
  }

  /// Some days go by on which nobody asks how engaged they are.
  func pass(
    _ days: Range<Int>, _ stock: inout EngagementStock, _ draws: Draws, _ who: Individual
  ) {
    let left = terms.left(after: Double(days.count))
    stock.value *= left
    if steadily != nil {
      stock.value += terms.usual * (1 - left)
      return
    }
    visit(until: Double(days.upperBound), &stock, draws, who)
  }

  /// Takes in the visits up to a moment, each as far as it has faded by then.
  @inline(__always)
  func visit(
    until end: Double, _ stock: inout EngagementStock, _ draws: Draws, _ who: Individual
  ) {
    while stock.nextVisit < end {
      stock.value += terms.left(after: end - stock.nextVisit)
      wait(&stock, from: stock.nextVisit, draws, who)
    }
  }

  /// Somebody begins at the opening of a day: at nothing, or who has known us for long as in the long run.
  func begin(
    _ stock: inout EngagementStock, on day: Int, knowsUsForLong isOld: Bool, _ draws: Draws,
    _ who: Individual
  ) {
    let span = Self.halfLivesBefore * terms.halfLife
    let mean = isOld ? terms.visits * span : 0
    if mean > Self.mostOfAStream {
      stock.value += terms.usual
    } else if mean > 0 {
      // They have come at random times.
      var stream = draws.stream(who, JourneyPurpose.visitsBefore)
      for _ in 0..<Poisson(uncheckedMean: mean).sample(&stream) {
        stock.value += terms.left(after: stream.uniform() * span)
      }
    }
    wait(&stock, from: Double(day), draws, who)
  }

  /// Sets when somebody visits us next, from a time on.
  @inline(__always)
  func wait(
    _ stock: inout EngagementStock, from time: Double, _ draws: Draws, _ who: Individual
  ) {
    guard terms.visits > 0, steadily == nil else { return }
    var stream = draws.stream(who, JourneyPurpose.visits, index: Int(stock.visits))
    stock.visits &+= 1
    stock.nextVisit = time + stream.exponential() / terms.visits
  }
}
