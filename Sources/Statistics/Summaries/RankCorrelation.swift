/// Spearman's rank correlation of pairs of values: unlike the plain correlation it does not hang on a few large
/// ones, and follows whatever rises with something without being a straight line.
public struct RankCorrelation: Sendable, Equatable {
  /// From −1 to 1.
  public let value: Double
  public let count: Int

  /// How far apart from chance it is: normal with variance 1/(n − 1) where there is no dependence.
  public var deviations: Double { value * Double(count - 1).squareRoot() }

  /// - Returns: `nil` with fewer than three pairs, or where either value is the same in all.
  public init?(_ first: [Double], _ second: [Double]) {
    precondition(first.count == second.count, "values come in pairs")
    guard first.count > 2 else { return nil }
    let (one, other) = (Self.ranks(first), Self.ranks(second))
    func product(_ one: [Double], _ other: [Double]) -> Double {
      zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let scale = product(one, one) * product(other, other)
    guard scale > 0 else { return nil }
    value = product(one, other) / scale.squareRoot()
    count = first.count
  }

  /// Places in ascending order from the middle of all, equal values at the middle of theirs.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let middle = Double(start + end - order.count) / 2
      for place in start..<end { ranks[order[place]] = middle }
      start = end
    }
    return ranks
  }
}
