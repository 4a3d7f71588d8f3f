package import Statistics

extension ReplicationDesign {
  /// L with LLᵀ the correlation that several quantities have in the market one is about to enter.
  ///
  /// Ignorance and luck enter each quantity as they do its prediction; luck that is taken off there
  /// (k above R) is left out.
  package func correlationFactor(_ quantities: [[Double]]) -> Matrix {
    let components = VarianceComponents(quantities, self)
    let scales = quantities.indices.map { place in
      components.between(place, place).flatMap {
        PredictionScale(between: $0, within: components.within(place, place), components)
      }
    }
    func weight(_ i: Int, _ j: Int, _ weight: (PredictionScale) -> Double) -> Double {
      guard let first = scales[i], let second = scales[j] else { return 0 }
      return (max(0, weight(first)) * max(0, weight(second))).squareRoot()
    }
    func joint(_ i: Int, _ j: Int) -> Double {
      weight(i, j, \.onBetween) * (components.between(i, j) ?? 0)
        + weight(i, j, \.onWithin) * (components.within(i, j) ?? 0)
    }
    var correlation = Matrix.identity(quantities.count)
    for i in quantities.indices {
      for j in 0..<i {
        let scale = (joint(i, i) * joint(j, j)).squareRoot()
        // A little less than there is, so that quantities that move as one have a factor too.
        let value = scale > 0 ? joint(i, j) / scale * (1 - 1e-9) : 0
        correlation[i, j] = value
        correlation[j, i] = value
      }
    }
    return (try? Cholesky(correlation))?.factor ?? .identity(quantities.count)
  }
}
