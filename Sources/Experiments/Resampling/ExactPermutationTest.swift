/// The difference in means of two small samples against every way of splitting them anew.
///
/// Fisher, "The Design of Experiments", 1935, section 21.
public struct ExactPermutationTest: Sendable, Equatable {
  /// Mean of the second sample less mean of the first.
  public let difference: Double
  /// Splits with at least the observed difference.
  public let atLeast: Int
  /// Splits with at most the observed difference.
  public let atMost: Int
  /// Splits whose difference is at least as far from 0, on either side.
  public let asFar: Int
  public let splits: Int

  /// Splits tried at most, about a second's work.
  public static let limit = 5_000_000

  /// Throws where a sample is empty or holds something that is not a number, or there are too many splits.
  public init(_ first: [Double], _ second: [Double]) throws(NotEstimable) {
    guard !first.isEmpty, !second.isEmpty else { throw NotEstimable("a sample is empty") }
    let pool = first + second
    guard pool.allSatisfy(\.isFinite) else {
      throw NotEstimable("a sample holds something that is not a number")
    }
    guard let splits = Self.count(of: first.count, from: pool.count), splits <= Self.limit else {
      throw NotEstimable("there are more than \(Self.limit) splits; draw some at random")
    }
    self.splits = splits
    let (n, m) = (Double(first.count), Double(second.count))
    let center = pool.reduce(0, +) / Double(pool.count)
    let values = pool.map { $0 - center }
    // Centred, the two sums are each other's opposite, and the difference is a multiple of one of them.
    let observed = -values[..<first.count].reduce(0, +)
    let slack = 1e-12 * values.reduce(0) { $0 + $1.magnitude }
    var (atLeast, atMost, asFar) = (0, 0, 0)
    var chosen = Array(first.indices)
    repeat {
      let sum = -chosen.reduce(0.0) { $0 + values[$1] }
      if sum >= observed - slack { atLeast += 1 }
      if sum <= observed + slack { atMost += 1 }
      if sum.magnitude >= observed.magnitude - slack { asFar += 1 }
    } while Self.advance(&chosen, below: pool.count)
    (self.atLeast, self.atMost, self.asFar) = (atLeast, atMost, asFar)
    difference = observed * (1 / n + 1 / m)
  }

  /// The share of splits at least as far out.
  ///
  /// Two-sided, it is twice the smaller tail, at most 1; ``asFar`` counts by distance from 0 instead.
  public func pValue(_ alternative: Alternative = .twoSided) -> Double {
    switch alternative {
    case .twoSided: min(1, 2 * Double(min(atLeast, atMost)) / Double(splits))
    case .greater: Double(atLeast) / Double(splits)
    case .less: Double(atMost) / Double(splits)
    }
  }

  /// The next choice in lexicographic order; false after the last.
  private static func advance(_ chosen: inout [Int], below count: Int) -> Bool {
    let size = chosen.count
    guard let place = chosen.indices.last(where: { chosen[$0] < count - size + $0 }) else {
      return false
    }
    chosen[place] += 1
    for later in (place + 1)..<max(size, place + 1) { chosen[later] = chosen[later - 1] + 1 }
    return true
  }

  /// The binomial coefficient; nil where it overflows.
  private static func count(of chosen: Int, from all: Int) -> Int? {
    let size = min(chosen, all - chosen)
    var result = 1
    for step in 0..<size {
      let (product, overflows) = result.multipliedReportingOverflow(by: all - step)
      guard !overflows else { return nil }
      result = product / (step + 1)
    }
    return result
  }
}
