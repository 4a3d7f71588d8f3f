/// A cumulative intensity that many customers share, by day.
///
/// A customer waits on it for a threshold of their own. The clock is known up to the end of today; from
/// there on it has an upper bound, so that nobody is looked up later than the day they are due, and whoever
/// is looked up too early just waits again. Where nothing couples the market, the bound is the clock.
struct CommonClock: Sendable {
  /// At the start of each day; `known[frontier]` is the last entry that is final.
  private(set) var known: [Double]
  private let bound: [Double]
  private var frontier: Int

  /// A clock whose whole course is known.
  init(exactly increments: [Double]) {
    bound = Self.cumulative(increments)
    known = bound
    frontier = increments.count
  }

  /// A clock of which only an upper bound of every day's increment is known.
  init(atMost increments: [Double]) {
    bound = Self.cumulative(increments)
    known = bound
    frontier = 0
  }

  private static func cumulative(_ increments: [Double]) -> [Double] {
    var sum = 0.0
    return [0]
      + increments.map {
        sum += $0
        return sum
      }
  }

  /// Fixes today's increment.
  mutating func open(_ day: Int, increment: Double) {
    known[day + 1] = known[day] + increment
    frontier = day + 1
  }

  /// The clock at a time within a known day.
  @inline(__always)
  func reading(at time: Double, on day: Int) -> Double {
    known[day] + (known[day + 1] - known[day]) * (time - Double(day))
  }

  /// When within today the clock reads `target`; rounding never carries it into tomorrow.
  @inline(__always)
  func time(of target: Double, on day: Int) -> Double {
    let start = known[day]
    let step = known[day + 1] - start
    let share = step > 0 ? max(0, (target - start) / step) : 0
    return min(Double(day) + share, Double(day + 1).nextDown)
  }

  /// The first day from `day` on in whose course the clock may read `target`; the horizon if none does.
  @inline(__always)
  func firstDay(reaching target: Double, from day: Int) -> Int {
    firstDay(reaching: target, from: day, before: bound.count - 1)
  }

  /// The first day from `day` on and before `end` in whose course the clock may read `target`; `end` if none does.
  @inline(__always)
  func firstDay(reaching target: Double, from day: Int, before end: Int) -> Int {
    let goal = target - (known[frontier] - bound[frontier])
    guard goal <= bound[end], day < end else { return end }
    guard bound[day + 1] < goal else { return day }
    // Most clocks run evenly, so a straight line often hits the day; if not, halve what is left.
    var (low, high) = (day + 1, end - 1)
    let line = Double(end - day) * (goal - bound[day]) / (bound[end] - bound[day])
    var guess = line < Double(end) ? day + Int(line) : end
    while low < high {
      guess = min(max(guess, low), high)
      if bound[guess + 1] < goal {
        low = guess + 1
      } else if bound[guess] >= goal {
        high = guess - 1
      } else {
        return guess
      }
      guess = (low + high) / 2
    }
    return low
  }
}
