import Statistics

/// What data from before an experiment say about planning one: the metric's level, how much units differ,
/// how much of that covariates explain, and how alike units of a cluster are.
public struct Pilot: Sendable {
  public let baseline: Baseline
  /// Units with a value.
  public let units: Int
  /// Units without one, which are left out.
  public let missing: Int
  /// R² of the metric on the covariates; 0 without any.
  public let explained: Double
  /// Covariates that add nothing to those before them, or are the same everywhere.
  public let droppedCovariates: [String]
  /// `nil` without clusters.
  public let clustering: Clustering?
  public let clusters: Int?

  /// Something measured on units: a column, or one column over another.
  public struct Variable: Sendable, Equatable {
    public let name: String
    /// By unit; not a number where nothing was recorded.
    public let values: [Double]
    /// Of a ratio; the planner's metric is the ratio of the sums.
    public let denominators: [Double]?

    public init(name: String, values: [Double], denominators: [Double]? = nil) {
      precondition(
        denominators.map { $0.count == values.count } ?? true, "a denominator for each unit")
      self.name = name
      self.values = values
      self.denominators = denominators
    }
  }

  /// Estimates from units that are all as today.
  ///
  /// - Parameters:
  ///   - metric: What the experiment is to move.
  ///   - isRate: Whether it is a share of units, of values 0 and 1.
  ///   - covariates: Known before; a missing value counts as the mean, and that it is missing counts too.
  ///   - cluster: The cluster of each unit.
  /// - Throws: `NotEstimable` where the data do not hold such figures.
  public init(
    _ metric: Variable, isRate: Bool = false, covariates: [Variable] = [], cluster: Labels? = nil
  ) throws(NotEstimable) {
    let there = metric.values.indices.filter {
      !metric.values[$0].isNaN && !(metric.denominators?[$0].isNaN ?? false)
    }
    units = there.count
    missing = metric.values.count - there.count
    let (level, values) = try Self.linearized(metric, there)
    let moments = Moments(values)
    guard let deviation = moments.standardDeviation else {
      throw NotEstimable("fewer than two units have a value of “\(metric.name)”")
    }
    guard deviation > 1e-12 * level.magnitude else {
      throw NotEstimable("“\(metric.name)” is the same for every unit, so that nothing can move it")
    }
    if isRate {
      guard values.allSatisfy({ $0 == 0 || $0 == 1 }) else {
        throw NotEstimable("“\(metric.name)” has values other than 0 and 1, so it is no proportion")
      }
      baseline = .rate(level)
    } else {
      baseline = .mean(level, standardDeviation: deviation)
    }
    let adjustment = try PilotAdjustment(values, covariates, there)
    explained = adjustment.explained
    droppedCovariates = adjustment.dropped
    guard let cluster else {
      (clustering, clusters) = (nil, nil)
      return
    }
    let likeness = try ClusterLikeness(
      adjustment.residuals, codes: there.map { cluster.codes[$0] }, clusters: cluster.count)
    clustering = likeness.clustering
    clusters = likeness.clusters
  }

  /// The level, and values of units whose mean varies as the metric does.
  static func linearized(
    _ variable: Variable, _ there: [Int]
  ) throws(NotEstimable) -> (level: Double, values: [Double]) {
    let numerators = there.map { variable.values[$0] }
    guard let denominators = variable.denominators else {
      return (Moments(numerators).mean, numerators)
    }
    let below = there.map { denominators[$0] }
    let mean = Moments(below).mean
    guard mean != 0, !below.isEmpty else {
      throw NotEstimable("the denominator of “\(variable.name)” is 0 on average")
    }
    let ratio = Moments(numerators).mean / mean
    return (ratio, zip(numerators, below).map { ($0 - ratio * $1) / mean })
  }
}
