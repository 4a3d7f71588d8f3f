import Statistics

/// Whether customers who buy more often spend more per order, which Gamma–Gamma takes not to be so: the rank
/// correlation of repeat purchases with their mean basket.
public struct SpendingDependence: Sendable, Equatable {
  private let ranks: RankCorrelation

  /// From −1 to 1.
  public var correlation: Double { ranks.value }
  /// Those with a repeat purchase and spending.
  public var customers: Int { ranks.count }
  /// Of the correlation; infinite with three customers.
  ///
  /// Bonett and Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman correlations",
  /// Psychometrika 65, 2000.
  public var standardError: Double {
    let squared = correlation * correlation
    return (1 - squared) * ((1 + squared / 2) / Double(customers - 3)).squareRoot()
  }
  /// How far apart from chance it is: normal with variance 1/(n − 1) where there is no dependence.
  public var deviations: Double { ranks.deviations }

  /// - Returns: `nil` with fewer than three such customers, or where they do not differ.
  init?(_ histories: [CustomerHistory]) {
    let buyers = histories.compactMap { history in
      history.meanBasket.map { (repeats: Double(history.repeats), basket: $0) }
    }
    guard let ranks = RankCorrelation(buyers.map(\.repeats), buyers.map(\.basket))
    else { return nil }
    self.ranks = ranks
  }
}
