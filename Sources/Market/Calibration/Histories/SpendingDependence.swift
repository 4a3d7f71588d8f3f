/// Whether customers who buy more often spend more per order, which Gamma–Gamma takes not to be so.
///
/// Spearman's rank correlation of repeat purchases with their mean basket: unlike the plain correlation it
/// does not hang on a few large spenders.
public struct SpendingDependence: Sendable, Equatable {
  /// From −1 to 1.
  public let correlation: Double
  /// Those with a repeat purchase and spending.
  public let customers: Int

  /// How far apart from chance it is: normal with variance 1/(n − 1) where there is no dependence.
  public var deviations: Double { correlation * Double(customers - 1).squareRoot() }

  /// - Returns: `nil` with fewer than three such customers, or where they do not differ.
  init?(_ histories: [CustomerHistory]) {
    let buyers = histories.filter { $0.repeats > 0 && $0.repeatSpend > 0 }
    guard buyers.count > 2 else { return nil }
    let repeats = Self.ranks(buyers.map { Double($0.repeats) })
    let baskets = Self.ranks(buyers.map { Double($0.repeatSpend) / Double($0.repeats) })
    func product(_ one: [Double], _ other: [Double]) -> Double {
      zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let scale = product(repeats, repeats) * product(baskets, baskets)
    guard scale > 0 else { return nil }
    correlation = product(repeats, baskets) / scale.squareRoot()
    customers = buyers.count
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
