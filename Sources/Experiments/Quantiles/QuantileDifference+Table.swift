import Statistics

extension QuantileDifference {
  /// A column of a table by arm, each against the control; by clusters where the table has them.
  ///
  /// Clusters may have units in both arms: what they do to both quantiles is taken account of.
  ///
  /// - Parameters:
  ///   - table: The units; those without a value are left out.
  ///   - column: The metric's position.
  ///   - level: The share of units below the quantile.
  ///   - arm: The arm compared.
  ///   - control: The arm it is compared with.
  ///   - byCluster: Whether clusters count where there are some.
  /// - Throws: `NotEstimable` as ``ArmQuantile`` does.
  public init(
    _ table: UnitTable, column: Int, level: Double, arm: Int, against control: Int = 0,
    byCluster: Bool = true
  ) throws(NotEstimable) {
    self = try JointQuantiles(
      table.keeping(arms: [control, arm]), column: column, level: level, byCluster: byCluster
    ).difference(1)
  }
}
