public import Statistics

/// The means of every metric in every arm: of the data, and of each resample of them.
///
/// Place `arm * metrics.count + metric` of a row belongs to a metric in an arm.
public struct ResampledMeans: Sendable {
  public let arms: [String]
  public let metrics: [String]
  /// Means of the data.
  public let observed: [Double]
  /// Means of the resamples, one a row; not a number where nothing of an arm was drawn.
  public let means: Matrix
  /// Units drawn: a resample a row, an arm a column.
  public let sizes: Matrix
  /// Squared standard errors of the means, of the data and of each resample, where they were asked for.
  public let squaredErrors: SquaredErrors?

  /// Squared standard errors, in the places of the means they belong to.
  public struct SquaredErrors: Sendable {
    public let observed: [Double]
    public let resamples: Matrix
  }

  init(
    arms: [String], metrics: [String], observed: [Double], means: Matrix, sizes: Matrix,
    squaredErrors: SquaredErrors? = nil
  ) {
    self.arms = arms
    self.metrics = metrics
    self.observed = observed
    self.means = means
    self.sizes = sizes
    self.squaredErrors = squaredErrors
  }

  /// Resamples with weights that are given: how often each unit counts.
  ///
  /// - Parameters:
  ///   - table: The experiment.
  ///   - metrics: Columns of the table.
  ///   - weights: A resample a row, a unit a column.
  /// - Throws: Where a metric is unknown or incomplete.
  public init(_ table: UnitTable, metrics: [String], weights: Matrix) throws(NotEstimable) {
    precondition(weights.columns == table.units, "a weight for each unit")
    let units = try ResampledUnits(table, metrics: metrics)
    let (arms, width) = (units.arms.count, metrics.count)
    var columns = Matrix(rows: table.units, columns: arms * (width + 1))
    for (arm, rows) in units.arms.enumerated() {
      for row in rows.map(Int.init) {
        columns[row, arm * (width + 1)] = 1
        for (place, metric) in units.metrics.enumerated() {
          columns[row, arm * (width + 1) + 1 + place] = table.values[row, metric]
        }
      }
    }
    let sums = weights * columns
    var means = Matrix(rows: weights.rows, columns: arms * width)
    var sizes = Matrix(rows: weights.rows, columns: arms)
    for resample in 0..<weights.rows {
      for arm in 0..<arms {
        let start = arm * (width + 1)
        let size = sums[resample, start]
        sizes[resample, arm] = size
        for place in 0..<width {
          means[resample, arm * width + place] = sums[resample, start + 1 + place] / size
        }
      }
    }
    let observed = units.arms.flatMap { units.means($0) }
    self.init(
      arms: table.arm.names, metrics: metrics, observed: observed, means: means, sizes: sizes)
  }

  public var resamples: Int { means.rows }

  /// An arm's mean less the control's, studentised by Welch's standard errors where there are any.
  public func difference(
    of metric: Int, arm: Int, control: Int = 0
  ) throws(NotEstimable) -> BootstrapDistribution {
    let (above, below) = (place(metric, arm), place(metric, control))
    return try BootstrapDistribution(
      self, { $0[above] - $0[below] },
      squaredError: { _, errors in errors[above] + errors[below] })
  }

  /// An arm's mean relative to the control's, as a share of it: 0.02 is 2 % more.
  ///
  /// Standard errors are the delta method's; arms are independent.
  public func lift(
    of metric: Int, arm: Int, control: Int = 0
  ) throws(NotEstimable) -> BootstrapDistribution {
    let (above, below) = (place(metric, arm), place(metric, control))
    return try BootstrapDistribution(
      self, { $0[above] / $0[below] - 1 },
      squaredError: { means, errors in
        let ratio = means[above] / means[below]
        return (errors[above] + ratio * ratio * errors[below]) / (means[below] * means[below])
      })
  }

  /// One metric's mean over another's within an arm, such as orders per session.
  public func ratio(
    of numerator: Int, to denominator: Int, arm: Int
  ) throws(NotEstimable) -> BootstrapDistribution {
    let (above, below) = (place(numerator, arm), place(denominator, arm))
    return try BootstrapDistribution(self) { $0[above] / $0[below] }
  }

  /// An arm's ratio of two metrics less the control's.
  public func difference(
    ofRatio numerator: Int, to denominator: Int, arm: Int, control: Int = 0
  ) throws(NotEstimable) -> BootstrapDistribution {
    let (above, below) = (place(numerator, arm), place(denominator, arm))
    let (aboveControl, belowControl) = (place(numerator, control), place(denominator, control))
    return try BootstrapDistribution(self) {
      $0[above] / $0[below] - $0[aboveControl] / $0[belowControl]
    }
  }

  private func place(_ metric: Int, _ arm: Int) -> Int {
    precondition(
      metrics.indices.contains(metric) && arms.indices.contains(arm), "no such metric or arm")
    return arm * metrics.count + metric
  }
}
