public import Statistics

/// Ordinary least squares of several outcomes on one design, with the columns dropped that add nothing.
///
/// Columns are centred where the design has a constant, scaled to unit length, and factored by Cholesky
/// or, where one is nearly a combination of the others, by pivoted QR (``InverseRoot``). Coefficients are
/// then improved with residuals and gradients in twice the digits until they settle (Björck, "Numerical
/// Methods for Least Squares Problems", 1996, section 6.6.5: corrected seminormal equations).
public struct LeastSquares: Sendable {
  /// Units × columns.
  public let design: Matrix
  /// A row a column of the design, a column an outcome; 0 where the column is dropped.
  public let coefficients: Matrix
  /// Columns that are linear combinations of the others up to rounding, in ascending order.
  public let dropped: [Int]
  /// Units × outcomes.
  public let residuals: Matrix
  /// W with WWᵀ = (AᵀA)⁻¹ on the columns kept.
  package let root: Matrix

  /// - Throws: `NotEstimable` where a value is not finite or there are not more units than coefficients.
  public init(design: Matrix, outcomes: Matrix) throws(NotEstimable) {
    precondition(design.rows == outcomes.rows, "an outcome for each row of the design")
    guard design.elements.allSatisfy(\.isFinite), outcomes.elements.allSatisfy(\.isFinite) else {
      throw NotEstimable("a value is missing or not finite")
    }
    let basis = try DesignBasis(design)
    guard design.rows > basis.root.columns else {
      throw NotEstimable(
        "\(design.rows) units are not more than the \(basis.root.columns) coefficients")
    }
    self.design = design
    root = basis.root
    dropped = basis.dropped
    var coefficients = Matrix(rows: design.columns, columns: outcomes.columns)
    var residuals = Matrix(rows: design.rows, columns: outcomes.columns)
    for outcome in 0..<outcomes.columns {
      let fit = basis.fit((0..<outcomes.rows).map { outcomes[$0, outcome] })
      for (column, value) in fit.coefficients.enumerated() { coefficients[column, outcome] = value }
      for (row, value) in fit.residuals.enumerated() { residuals[row, outcome] = value }
    }
    self.coefficients = coefficients
    self.residuals = residuals
  }

  public var units: Int { design.rows }
  public var rank: Int { root.columns }
  public var degreesOfFreedom: Int { units - rank }

  /// (AᵀA)⁻¹, zeros for the dropped columns.
  public var inverseCrossProduct: Matrix { root.times(root, transposingOther: true) }

  /// Sums of products of the outcomes' residuals.
  public var residualProducts: Matrix { residuals.gram }

  /// √(sum of squared residuals / degrees of freedom), in the outcome's unit.
  public func residualStandardDeviation(outcome: Int = 0) -> Double {
    let squares = (0..<units).reduce(0.0) { $0 + residuals[$1, outcome] * residuals[$1, outcome] }
    return (squares / Double(degreesOfFreedom)).squareRoot()
  }

  /// A coefficient with the classical standard error, which takes every unit's variance to be the same.
  ///
  /// - Throws: `NotEstimable` for a dropped column.
  public func coefficient(_ column: Int, outcome: Int = 0) throws(NotEstimable) -> Effect {
    let deviation = residualStandardDeviation(outcome: outcome)
    let length = (0..<rank).reduce(0.0) { $0 + root[column, $1] * root[column, $1] }
    return try coefficient(
      column, outcome: outcome, standardError: deviation * length.squareRoot(),
      degreesOfFreedom: Double(degreesOfFreedom))
  }

  func coefficient(
    _ column: Int, outcome: Int, standardError: Double, degreesOfFreedom: Double
  ) throws(NotEstimable) -> Effect {
    guard !dropped.contains(column) else {
      throw NotEstimable("the column is a linear combination of others and was left out")
    }
    return Effect(
      estimate: coefficients[column, outcome], standardError: standardError,
      degreesOfFreedom: degreesOfFreedom)
  }
}
