public import Statistics

extension LeastSquares {
  /// A coefficient with a robust standard error.
  ///
  /// Student's t has n − k degrees of freedom where units are independent, G − 1 where clusters are.
  ///
  /// - Parameters:
  ///   - column: Its place in the design.
  ///   - outcome: Its place among the outcomes.
  ///   - variance: How the variance is estimated.
  ///   - clusters: Each unit's cluster; needed where the variance is clustered.
  ///   - absorbed: Coefficients taken off before, which count in the factors of HC1, CR1 and CR3.
  /// - Returns: The coefficient, its error and its degrees of freedom.
  /// - Throws: `NotEstimable` for a dropped column, below two clusters, and where a unit or a cluster
  ///   determines a coefficient alone.
  public func coefficient(
    _ column: Int, outcome: Int = 0, _ variance: RobustVariance, clusters: Labels? = nil,
    absorbed: Int = 0
  ) throws(NotEstimable) -> Effect {
    let covariance = try covariance(
      variance, outcome: outcome, clusters: clusters, absorbed: absorbed)
    var freedom = Double(degreesOfFreedom)
    if variance.isClustered, let clusters {
      freedom = try ClusterNumbers(clusters).degreesOfFreedom
    }
    return try coefficient(
      column, outcome: outcome, standardError: covariance[column, column].squareRoot(),
      degreesOfFreedom: freedom)
  }

  /// The covariance matrix of an outcome's coefficients, zeros for dropped columns.
  public func covariance(
    _ variance: RobustVariance, outcome: Int = 0, clusters: Labels? = nil, absorbed: Int = 0
  ) throws(NotEstimable) -> Matrix {
    let coordinates = design * root
    let (meat, count) =
      variance.isClustered
      ? try clusteredMeat(variance, coordinates, outcome, clusters)
      : (try independentMeat(variance, coordinates, outcome), 0)
    let factor = variance.factor(
      units: units, coefficients: rank + absorbed, clusters: count)
    return factor * (root * meat).times(root, transposingOther: true)
  }

  private func independentMeat(
    _ variance: RobustVariance, _ coordinates: Matrix, _ outcome: Int
  ) throws(NotEstimable) -> Matrix {
    var influence = coordinates
    for row in 0..<units {
      let leverage = (0..<rank).reduce(0.0) { $0 + coordinates[row, $1] * coordinates[row, $1] }
      let rest = try variance.rest(leverage)
      let weight = residuals[row, outcome] * variance.weight(rest)
      for j in 0..<rank { influence[row, j] *= weight }
    }
    return influence.gram
  }

  private func clusteredMeat(
    _ variance: RobustVariance, _ coordinates: Matrix, _ outcome: Int, _ clusters: Labels?
  ) throws(NotEstimable) -> (Matrix, clusters: Int) {
    guard let clusters else { throw NotEstimable("the units have no clusters") }
    precondition(clusters.codes.count == units, "a cluster for each unit")
    let numbers = try ClusterNumbers(clusters)
    var sums = Matrix(rows: clusters.count, columns: rank)
    for row in 0..<units {
      let cluster = Int(clusters.codes[row])
      for j in 0..<rank { sums[cluster, j] += coordinates[row, j] * residuals[row, outcome] }
    }
    guard variance.leavesOut else { return (sums.gram, numbers.count) }
    var members = [[Int]](repeating: [], count: clusters.count)
    for row in 0..<units { members[Int(clusters.codes[row])].append(row) }
    for (cluster, rows) in members.enumerated() where !rows.isEmpty {
      let own = Matrix(rows.map { row in (0..<rank).map { coordinates[row, $0] } })
      let sum = Matrix(rows: rank, columns: 1, elements: (0..<rank).map { sums[cluster, $0] })
      let change = try ClusterJackknife.change(leavingOut: own.gram, sum)
      for j in 0..<rank { sums[cluster, j] = change[j, 0] }
    }
    return (sums.gram, numbers.count)
  }
}

extension RobustVariance {
  /// 1 − h, where the variance needs it.
  ///
  /// - Throws: `NotEstimable` where a unit determines a coefficient alone.
  func rest(_ leverage: Double) throws(NotEstimable) -> Double {
    let rest = 1 - leverage
    if rest < 1e-10, self == .hc2 || self == .hc3 {
      throw NotEstimable(
        "a unit determines a coefficient alone, being the only one in its group, so that"
          + " \(rawValue) is not defined; HC1 is")
    }
    return rest
  }
}
