import Statistics

/// How alike units of a cluster are: the share of a metric's variance that lies between clusters.
///
/// From the analysis of variance with unequal sizes (Donner and Klar, "Design and Analysis of Cluster
/// Randomization Trials in Health Research", 2000, section 1.3); it may come out below 0 where clusters
/// differ less than chance would have it.
public struct IntraclassCorrelation: Sendable, Equatable {
  public let clusters: Int
  public let units: Int
  /// ρ.
  public let estimate: Double
  /// Mean size of a cluster as the analysis of variance has it: (n − Σm²/n)/(G − 1).
  public let effectiveSize: Double
  /// Σm²/n: the size of the cluster that the average unit is in.
  public let meanSizeByUnit: Double

  /// - Parameters:
  ///   - values: A unit each.
  ///   - clusters: Each unit's cluster.
  ///   - arm: Each unit's arm; clusters are compared within arms, so that an effect is not taken for
  ///     likeness.
  /// - Throws: `NotEstimable` where no arm has two clusters or no cluster has two units.
  public init(_ values: [Double], clusters: Labels, arm: Labels) throws(NotEstimable) {
    precondition(
      values.count == clusters.codes.count && values.count == arm.codes.count,
      "a cluster and an arm for each unit")
    guard values.allSatisfy(\.isFinite) else {
      throw NotEstimable("a value is missing or not finite")
    }
    var cells = [Moments](repeating: Moments(), count: clusters.count * arm.count)
    for (row, value) in values.enumerated() {
      cells[Int(clusters.codes[row]) * arm.count + Int(arm.codes[row])].add(value)
    }
    var (between, within, groups, arms) = (0.0, 0.0, 0, 0)
    var (sizes, squares, inArms) = (0.0, 0.0, 0.0)
    for own in 0..<arm.count {
      let present = (0..<clusters.count).lazy.map { cells[$0 * arm.count + own] }
        .filter { $0.count > 0 }
      var whole = Moments()
      var square = 0.0
      for cell in present {
        whole += cell
        within += cell.sumOfSquaredDeviations
        square += Double(cell.count * cell.count)
        groups += 1
      }
      guard whole.count > 0 else { continue }
      between += whole.sumOfSquaredDeviations
      arms += 1
      sizes += Double(whole.count)
      squares += square
      inArms += square / Double(whole.count)
    }
    between = max(0, between - within)
    guard groups > arms else {
      throw NotEstimable("no arm has two clusters, so that nothing shows how much they differ")
    }
    guard values.count > groups else {
      throw NotEstimable("every cluster has one unit, so that nothing shows how alike units are")
    }
    effectiveSize = (sizes - inArms) / Double(groups - arms)
    let (outer, inner) = (between / Double(groups - arms), within / Double(values.count - groups))
    let whole = outer + (effectiveSize - 1) * inner
    guard whole > 0 else { throw NotEstimable("the metric does not vary") }
    self.clusters = groups
    units = values.count
    estimate = (outer - inner) / whole
    meanSizeByUnit = squares / sizes
  }

  /// How many times as large the variance of a mean of clusters is as that of as many independent units.
  ///
  /// 1 + (Σm²/n − 1)·ρ (Kish, "Survey Sampling", 1965; with unequal sizes Kerry and Bland, 2001).
  public var designEffect: Double { 1 + (meanSizeByUnit - 1) * estimate }
}
