internal import RealModule
import Statistics

/// The sizes of clusters, and how alike their units are.
struct ClusterLikeness {
  let clustering: Clustering
  /// Clusters with a unit.
  let clusters: Int

  /// The analysis-of-variance estimate of the intraclass correlation, 0 where it is below.
  ///
  /// Donner and Koval, "The estimation of intraclass correlation in the analysis of family data",
  /// Biometrics 36, 1980.
  init(_ values: [Double], codes: [Int32], clusters: Int) throws(NotEstimable) {
    var groups = [Moments](repeating: Moments(), count: clusters)
    for (value, code) in zip(values, codes) { groups[Int(code)].add(value) }
    groups.removeAll { $0.count == 0 }
    let (units, count) = (Double(values.count), Double(groups.count))
    guard groups.count >= 2 else {
      throw NotEstimable("there are fewer than two clusters, which tell nothing about clusters")
    }
    guard values.count > groups.count else {
      throw NotEstimable("every cluster has a single unit, so that clusters make no difference")
    }
    let whole = groups.reduce(Moments(), +)
    let within = groups.reduce(0) { $0 + $1.sumOfSquaredDeviations }
    let between = (whole.sumOfSquaredDeviations - within) / (count - 1)
    let inside = within / (units - count)
    let squares = groups.reduce(0) { $0 + Double($1.count) * Double($1.count) }
    let typicalSize = (units - squares / units) / (count - 1)
    let total = between + (typicalSize - 1) * inside
    let correlation = total > 0 ? (between - inside) / total : 0
    let size = units / count
    clustering = try Clustering(
      intraclassCorrelation: min(1, max(0, correlation)), meanSize: size,
      sizeVariation: max(0, squares / count / (size * size) - 1).squareRoot())
    self.clusters = groups.count
  }
}
