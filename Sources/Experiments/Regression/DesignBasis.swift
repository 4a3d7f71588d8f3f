import Statistics

/// A design made ready for any number of outcomes.
struct DesignBasis {
  private let design: Matrix
  /// W with WWᵀ = (AᵀA)⁻¹ on the columns kept.
  package let root: Matrix
  let dropped: [Int]

  init(_ design: Matrix) throws(NotEstimable) {
    self.design = design
    let constant = (0..<design.columns).first { column in
      design.rows > 0 && design[0, column] != 0
        && (1..<design.rows).allSatisfy { design[$0, column] == design[0, column] }
    }
    let others = (0..<design.columns).filter { $0 != constant }
    let means = others.map { column in
      constant == nil ? 0 : Moments((0..<design.rows).lazy.map { design[$0, column] }).mean
    }
    var centred: [Double] = []
    centred.reserveCapacity(design.rows * others.count)
    for row in 0..<design.rows {
      for (place, column) in others.enumerated() {
        centred.append(design[row, column] - means[place])
      }
    }
    var shifted = Matrix(rows: design.rows, columns: others.count, elements: centred)
    Self.clearRounding(&shifted, means: means)
    guard let inner = InverseRoot(crossProduct: shifted.gram) ?? InverseRoot(rows: shifted) else {
      throw NotEstimable("the values are too large to be computed with")
    }
    dropped = inner.dropped.map { others[$0] }
    guard let constant else {
      root = inner.root
      return
    }
    // [c 1, X] has the root [1/(c√n), −x̄ᵀW/c; 0, W].
    let level = design[0, constant]
    var whole = Matrix(rows: design.columns, columns: inner.rank + 1)
    whole[constant, 0] = 1 / (level * Double(design.rows).squareRoot())
    let shift = inner.root.times(means, transposingSelf: true)
    for j in 0..<inner.rank {
      whole[constant, j + 1] = -shift[j] / level
      for (place, column) in others.enumerated() { whole[column, j + 1] = inner.root[place, j] }
    }
    root = whole
  }

  /// A second constant column leaves nothing but rounding when its mean is taken off.
  private static func clearRounding(_ shifted: inout Matrix, means: [Double]) {
    for (column, mean) in means.enumerated() {
      let least = 16 * Double.ulpOfOne * mean.magnitude
      guard (0..<shifted.rows).allSatisfy({ shifted[$0, column].magnitude <= least }) else {
        continue
      }
      for row in 0..<shifted.rows { shifted[row, column] = 0 }
    }
  }

  func fit(_ outcome: [Double]) -> (coefficients: [Double], residuals: [Double]) {
    var coefficients = [Double](repeating: 0, count: design.columns)
    var (first, last) = (0.0, Double.infinity)
    // Each round gains the digits the factorisation has; ten are more than any design needs.
    for _ in 0..<10 {
      let (gradient, _) = gradientAndResiduals(outcome, coefficients)
      let step = root.times(gradient, transposingSelf: true)
      let size = step.reduce(0) { $0 + $1 * $1 }
      guard size < last, size > 0 else { break }
      if last == .infinity { first = size }
      last = size
      for (place, change) in root.times(step).enumerated() { coefficients[place] += change }
      if size <= first * Double.ulpOfOne * Double.ulpOfOne { break }
    }
    return (coefficients, gradientAndResiduals(outcome, coefficients).residuals)
  }

  /// Aᵀ(y − A·β) and y − A·β, both rounded only at the end.
  private func gradientAndResiduals(
    _ outcome: [Double], _ coefficients: [Double]
  ) -> (gradient: [Double], residuals: [Double]) {
    let width = design.columns
    var gradient = [CompensatedSum](repeating: CompensatedSum(), count: width)
    var residuals: [Double] = []
    residuals.reserveCapacity(outcome.count)
    for (row, value) in outcome.enumerated() {
      var residual = CompensatedSum()
      residual.add(value)
      for column in 0..<width {
        residual.add(-design.elements[row * width + column], times: coefficients[column])
      }
      let (high, low) = (residual.value, residual.remainder)
      residuals.append(high)
      for column in 0..<width {
        let element = design.elements[row * width + column]
        gradient[column].add(element, times: high)
        gradient[column].add(element * low)
      }
    }
    return (gradient.map(\.value), residuals)
  }
}
