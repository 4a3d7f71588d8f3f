/// Units that come in clusters, all units of one in the same arm.
public struct Clustering: Sendable, Equatable {
  /// The correlation ρ of two units of one cluster, 0 … 1.
  public let intraclassCorrelation: Double
  /// Units per cluster, on average.
  public let meanSize: Double
  /// The coefficient of variation of the clusters' sizes: their standard deviation over their mean.
  public let sizeVariation: Double

  /// - Throws: `NotEstimable` for figures that no clusters have.
  public init(
    intraclassCorrelation: Double, meanSize: Double, sizeVariation: Double = 0
  ) throws(NotEstimable) {
    guard intraclassCorrelation >= 0, intraclassCorrelation <= 1 else {
      throw NotEstimable("the intraclass correlation must lie between 0 and 1")
    }
    guard meanSize >= 1, meanSize.isFinite else {
      throw NotEstimable("a cluster has at least one unit")
    }
    guard sizeVariation >= 0, sizeVariation.isFinite else {
      throw NotEstimable("the variation of cluster sizes cannot be negative")
    }
    self.intraclassCorrelation = intraclassCorrelation
    self.meanSize = meanSize
    self.sizeVariation = sizeVariation
  }

  /// How many times as many units are needed: 1 + ((1 + CV²)·m − 1)·ρ.
  ///
  /// Eldridge, Ashby and Kerry, "Sample size for cluster randomized trials: effect of coefficient of
  /// variation of cluster size and analysis method", International Journal of Epidemiology 35, 2006.
  public var designEffect: Double {
    1 + ((1 + sizeVariation * sizeVariation) * meanSize - 1) * intraclassCorrelation
  }
}
