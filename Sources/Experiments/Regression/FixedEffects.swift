public import Statistics

/// Least squares with a constant for each group, of which only the other coefficients are wanted.
///
/// Values are taken relative to their group's mean, which gives the same coefficients (Frisch and Waugh,
/// Econometrica 1, 1933). A group whose units are all in one arm says nothing about the arm's effect.
public struct FixedEffects: Sendable {
  /// The fit of the values relative to their groups' means.
  public let within: LeastSquares
  public let groups: Labels
  private let groupCount: Int

  /// - Parameters:
  ///   - groups: Each unit's group.
  ///   - design: Units × columns, without a constant.
  ///   - outcomes: Units × outcomes.
  /// - Throws: `NotEstimable` as ``LeastSquares/init(design:outcomes:)`` does, and where too few units
  ///   are left after the groups' constants.
  public init(groups: Labels, design: Matrix, outcomes: Matrix) throws(NotEstimable) {
    precondition(groups.codes.count == design.rows, "a group for each unit")
    self.groups = groups
    groupCount = try ClusterNumbers(groups).count
    within = try LeastSquares(
      design: Self.relative(design, to: groups), outcomes: Self.relative(outcomes, to: groups))
    guard within.degreesOfFreedom > groupCount else {
      throw NotEstimable("there are not more units than groups and coefficients")
    }
  }

  /// A coefficient with a robust standard error.
  ///
  /// Where the groups are the clusters their constants count as one coefficient, since they are nested
  /// in the clusters; else as many as there are.
  public func coefficient(
    _ column: Int, outcome: Int = 0, _ variance: RobustVariance, clusters: Labels? = nil
  ) throws(NotEstimable) -> Effect {
    guard !within.dropped.contains(column) else {
      throw NotEstimable(
        "it does not vary inside any group, so that the groups' constants take it all")
    }
    let effect = try within.coefficient(
      column, outcome: outcome, variance, clusters: clusters,
      absorbed: clusters == groups ? 1 : groupCount)
    return variance.isClustered
      ? effect
      : Effect(
        estimate: effect.estimate, standardError: effect.standardError,
        degreesOfFreedom: Double(within.degreesOfFreedom - groupCount))
  }

  package static func relative(_ values: Matrix, to groups: Labels) -> Matrix {
    var moments = [Moments](repeating: Moments(), count: groups.count * values.columns)
    let width = values.columns
    for row in 0..<values.rows {
      for j in 0..<width { moments[Int(groups.codes[row]) * width + j].add(values[row, j]) }
    }
    var result: [Double] = []
    result.reserveCapacity(values.elements.count)
    for row in 0..<values.rows {
      for j in 0..<width {
        let group = moments[Int(groups.codes[row]) * width + j]
        // What is the same in the whole group has no variation, whatever its mean was rounded to.
        let isConstant =
          group.sumOfSquaredDeviations.squareRoot()
          <= 16 * Double.ulpOfOne * Double(group.count) * group.mean.magnitude
        result.append(isConstant ? 0 : values[row, j] - group.mean)
      }
    }
    return Matrix(rows: values.rows, columns: width, elements: result)
  }
}
