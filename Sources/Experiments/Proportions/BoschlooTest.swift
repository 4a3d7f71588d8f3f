import RealModule
public import Statistics

/// Two shares compared exactly, whatever the share that both have: Boschloo, "Raised conditional level of
/// significance for the 2 × 2-table when testing the equality of two probabilities", Statistica Neerlandica 24, 1970.
///
/// Tables are ordered by Fisher's one-sided p-value, those of one p-value by its mid-p; a one-sided p-value is the
/// largest chance of a table as far out over all shares of the control, and the two-sided one twice the smaller.
/// An end of the interval that leaves out 0 is the difference at which the same tables have half of what the
/// confidence leaves, so that p-value and interval agree always. Of the other end tables are ordered by the score of
/// its own difference: Chan and Zhang, "Test-based exact confidence intervals for the difference of two binomial
/// proportions", Biometrics 55, 1999.
public struct BoschlooTest: Sendable, Equatable {
  public let pValue: Double
  private let shares: ProportionDifference
  private let control: Int
  private let treatment: Int
  /// By successes of the control, the least of the arm that are as far out as what was seen.
  private let atLeast: [Int]
  /// The most that are as far out on the other side.
  private let atMost: [Int]

  /// Units an arm may have: the work grows with the product of the two.
  public static let mostUnits = 200

  /// - Parameter shares: Whole counts of at most ``mostUnits`` an arm.
  public init(_ shares: ProportionDifference) {
    self.shares = shares
    control = Int(shares.control.trials)
    treatment = Int(shares.treatment.trials)
    let seen = (Int(shares.control.successes), Int(shares.treatment.successes))
    let tables = Self.order(control, treatment)
    atLeast = Self.bounds(tables, seen)
    // The other side is the same with failures for successes.
    let mirrored = Self.bounds(tables, (control - seen.0, treatment - seen.1))
    let units = treatment
    atMost = mirrored.reversed().map { units - $0 }
    let tails = Tails(control: control, treatment: treatment)
    let sides = (
      Self.worst(at: 0, tails.chance(atLeast, isAbove: true)),
      Self.worst(at: 0, tails.chance(atMost, isAbove: false))
    )
    pValue = min(1, 2 * min(sides.0, sides.1))
  }

  /// The differences, arm less control, that are not rejected.
  public func interval(confidence: Double) -> Interval {
    let tail = (1 - confidence) / 2
    let isHigher = shares.estimate > 0
    let isShown = pValue <= 1 - confidence
    let tails = Tails(control: control, treatment: treatment)
    let upper = tails.chance(atLeast, isAbove: true)
    let lower = tails.chance(atMost, isAbove: false)
    let low =
      isShown && isHigher
      ? Self.end(from: 0, to: shares.estimate) { Self.worst(at: $0, upper) > tail }
      : min(0, Self.end(from: -1, to: shares.estimate) { isKept($0, tail, isAbove: true) })
    let high =
      isShown && !isHigher
      ? Self.end(from: 0, to: shares.estimate) { Self.worst(at: $0, lower) > tail }
      : max(0, Self.end(from: 1, to: shares.estimate) { isKept($0, tail, isAbove: false) })
    return Interval(low: low, high: high)
  }

  /// Whether tables whose scores lie as far out from a difference as what was seen are likely enough.
  private func isKept(_ difference: Double, _ tail: Double, isAbove: Bool) -> Bool {
    let seen = shares.score(at: difference)
    let slack = 1e-9 * (1 + (seen.isFinite ? seen.magnitude : 0))
    let bounds = (0...control).map { own in
      let place = shares.firstCount(
        among: 0...treatment, control: own, at: difference
      ) { isAbove ? $0 >= seen - slack : $0 > seen + slack }
      return isAbove ? place : place - 1
    }
    let tails = Tails(control: control, treatment: treatment)
    return Self.worst(at: difference, tails.chance(bounds, isAbove: isAbove)) > tail
  }

  /// Chances of tables of so many units.
  private struct Tails {
    let control: Int
    let treatment: Int

    /// The chance of a table as far out, where the shares are these: of counts from the bounds on, or up to them.
    func chance(
      _ bounds: [Int], isAbove: Bool
    ) -> (_ control: Double, _ treatment: Double) -> Double {
      { [control, treatment] own, other in
        let arm = BinomialChances(trials: treatment, probability: other)
        // From a count on, or below it: what lies beyond the last is nothing.
        var sums = [Double](repeating: 0, count: treatment + 2)
        for (place, chance) in arm.chances.enumerated() {
          sums[arm.first + place + (isAbove ? 0 : 1)] = chance
        }
        if isAbove {
          for count in (0...treatment).reversed() { sums[count] += sums[count + 1] }
        } else {
          for count in 1...(treatment + 1) { sums[count] += sums[count - 1] }
        }
        let chances = BinomialChances(trials: control, probability: own)
        return chances.chances.enumerated().reduce(0) { sum, chance in
          sum + chance.element * sums[bounds[chances.first + chance.offset] + (isAbove ? 0 : 1)]
        }
      }
    }
  }

  private struct Rank {
    let fisher: Double
    let mid: Double

    /// Alike but for rounding counts as alike.
    func isAsFar(as other: Rank) -> Bool {
      if fisher < other.fisher * (1 - 1e-10) { return true }
      return fisher <= other.fisher * (1 + 1e-10) && mid <= other.mid * (1 + 1e-10)
    }
  }

  /// By successes of the control, then of the arm.
  private static func order(_ control: Int, _ treatment: Int) -> [[Rank]] {
    var tails: [FisherTails] = []
    for successes in 0...(control + treatment) {
      tails.append(FisherTails(control: control, treatment: treatment, successes: successes))
    }
    return (0...control).map { own in
      (0...treatment).map { other in
        let tail = tails[own + other]
        return Rank(fisher: tail.above(other), mid: tail.midAbove(other))
      }
    }
  }

  private static func bounds(_ tables: [[Rank]], _ seen: (Int, Int)) -> [Int] {
    let rank = tables[seen.0][seen.1]
    return tables.map { row in row.firstIndex { $0.isAsFar(as: rank) } ?? row.count }
  }

  /// The largest chance over all shares that differ by so much: on a grid, and about its best.
  private static func worst(at difference: Double, _ chance: (Double, Double) -> Double) -> Double {
    let (low, high) = (max(0, -difference), min(1, 1 - difference))
    func value(_ own: Double) -> Double {
      chance(min(max(own, 0), 1), min(max(own + difference, 0), 1))
    }
    let step = (high - low) / Double(grid)
    var (best, place) = (0.0, low)
    for point in 0...grid {
      let own = low + Double(point) * step
      let found = value(own)
      if found > best { (best, place) = (found, own) }
    }
    var (from, to) = (max(low, place - step), min(high, place + step))
    let golden = (5.0.squareRoot() - 1) / 2
    for _ in 0..<16 where to > from {
      let (a, b) = (to - golden * (to - from), from + golden * (to - from))
      let (left, right) = (value(a), value(b))
      best = max(best, left, right)
      if left > right { to = b } else { from = a }
    }
    return best
  }

  private static let grid = 60

  /// Where, on the way, differences begin to be kept.
  private static func end(from start: Double, to limit: Double, isKept: (Double) -> Bool) -> Double
  {
    if isKept(start) { return start }
    var (outside, inside) = (start, limit)
    for _ in 0..<25 {
      let middle = (outside + inside) / 2
      if isKept(middle) { inside = middle } else { outside = middle }
    }
    // The outer one, so that rounding cannot make an interval too short.
    return outside
  }
}
