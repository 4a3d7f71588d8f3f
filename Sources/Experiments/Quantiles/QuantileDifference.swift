import Statistics

/// An arm's quantile against the control's.
public struct QuantileDifference: Sendable, Equatable {
  public let treatment: ArmQuantile
  public let control: ArmQuantile

  public init(_ treatment: ArmQuantile, against control: ArmQuantile) {
    precondition(treatment.level == control.level, "the same quantile of both arms")
    self.treatment = treatment
    self.control = control
  }

  /// A column of a table by arm, each against the control; by clusters where the table has them.
  ///
  /// - Parameters:
  ///   - table: The units; those without a value are left out.
  ///   - column: The metric's position.
  ///   - level: The share of units below the quantile.
  ///   - arm: The arm compared.
  ///   - control: The arm it is compared with.
  ///   - byCluster: Whether clusters count where there are some; no cluster may have units in both arms.
  /// - Throws: `NotEstimable` as ``ArmQuantile`` does, and where a cluster has units in both arms.
  public init(
    _ table: UnitTable, column: Int, level: Double, arm: Int, against control: Int = 0,
    byCluster: Bool = true
  ) throws(NotEstimable) {
    let labels = byCluster ? table.groups[.cluster] : nil
    if let labels { try Self.refuseSharedClusters(labels, table.arm, [arm, control]) }
    var quantiles: [ArmQuantile] = []
    for own in [arm, control] {
      let rows = (0..<table.units).filter {
        Int(table.arm.codes[$0]) == own && !table.values[$0, column].isNaN
      }
      quantiles.append(
        try ArmQuantile(
          rows.map { table.values[$0, column] }, level: level,
          clusters: labels.map { all in
            Labels(names: all.names, codes: rows.map { all.codes[$0] })
          }))
    }
    self.init(quantiles[0], against: quantiles[1])
  }

  /// The difference of the quantiles, with Satterthwaite's degrees of freedom.
  ///
  /// - Throws: `NotEstimable` where values repeat so much that both errors are 0.
  public func difference() throws(NotEstimable) -> Effect {
    try effect(
      treatment.value - control.value, treatment.standardError, control.standardError)
  }

  /// The difference as a share of the control's quantile, with the delta method's error.
  ///
  /// - Throws: `NotEstimable` also where the control's quantile is 0.
  public func lift() throws(NotEstimable) -> Effect {
    guard control.value != 0 else {
      throw NotEstimable("the control's quantile is 0, so that nothing is a share of it")
    }
    let ratio = treatment.value / control.value
    let unit = control.value.magnitude
    let absolute = try difference()
    let relative = try effect(
      absolute.estimate / control.value, treatment.standardError / unit,
      ratio * control.standardError / unit)
    return Effect(
      estimate: relative.estimate, standardError: relative.standardError,
      degreesOfFreedom: absolute.degreesOfFreedom)
  }

  private func effect(
    _ estimate: Double, _ own: Double, _ other: Double
  ) throws(NotEstimable) -> Effect {
    let (a, b) = (own * own, other * other)
    guard a + b > 0 else {
      throw NotEstimable(
        "so many units have the same value that the quantile's error cannot be seen")
    }
    return Effect(
      estimate: estimate, standardError: (a + b).squareRoot(),
      degreesOfFreedom: satterthwaite([
        (a, treatment.degreesOfFreedom), (b, control.degreesOfFreedom),
      ]))
  }

  private static func refuseSharedClusters(
    _ clusters: Labels, _ arm: Labels, _ compared: [Int]
  ) throws(NotEstimable) {
    var first = [Int32](repeating: -1, count: clusters.count)
    for (cluster, own) in zip(clusters.codes, arm.codes) where compared.contains(Int(own)) {
      if first[Int(cluster)] < 0 { first[Int(cluster)] = own }
      guard first[Int(cluster)] == own else {
        throw NotEstimable(
          "a cluster has units in both arms, so that the arms' quantiles are not independent")
      }
    }
  }
}
