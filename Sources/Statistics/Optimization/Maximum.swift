/// Where a search for a maximum ended.
public struct Maximum: Sendable {
  public enum Bound: Sendable, Equatable { case lower, upper }

  public let point: [Double]
  /// Value, gradient and Hessian at the point.
  public let expansion: Expansion
  public let iterations: Int
  /// Whether a further step would have gained nothing.
  public let isConverged: Bool
  /// The limit each variable ended at, if any.
  public let bounds: [Bound?]

  /// The inverse of the negative Hessian: the covariance of maximum-likelihood estimates.
  ///
  /// Variables at a limit count as known: their rows and columns are zero. There is none where the
  /// Hessian of the others is not negative definite.
  public var covariance: Matrix? {
    let free = point.indices.filter { bounds[$0] == nil }
    var result = Matrix(rows: point.count, columns: point.count)
    guard !free.isEmpty else { return result }
    do {
      let inverse = try Cholesky(-1 * expansion.restricted(to: free).hessian).inverse
      for (i, row) in free.enumerated() {
        for (j, column) in free.enumerated() { result[row, column] = inverse[i, j] }
      }
      return result
    } catch {
      return nil
    }
  }
}
