import Statistics

/// The arms' regressions, in one fit or one each.
struct ArmFits: Sendable {
  package let arms: [ArmFit]
  let slopes: Slopes
  /// Mean covariates of everybody.
  let overall: [Double]

  /// - Throws: `NotEstimable` where an arm has too few units for its coefficients.
  init(_ moments: [CoMoments], _ blocks: UnitBlocks, _ slopes: Slopes) throws(NotEstimable) {
    let p = blocks.covariates.count
    let names = blocks.table.arm.names
    let total = moments.reduce(0) { $0 + $1.count }
    for (arm, name) in zip(moments, names) where arm.count < 2 {
      throw NotEstimable("arm \(name) has fewer than two units")
    }
    guard moments.allSatisfy({ $0.sumsOfProducts.elements.allSatisfy(\.isFinite) }) else {
      throw NotEstimable("the values are too large to be computed with")
    }
    overall = (0..<p).map { j in
      moments.reduce(0) { $0 + Double($1.count) / Double(total) * $1.means[j] }
    }
    self.slopes = slopes
    var fits: [ArmFit] = []
    switch slopes {
    case .perArm:
      for (arm, own) in moments.enumerated() {
        let relation = try Self.relation([own], arms: [arm], blocks)
        guard own.count > relation.root.columns + 1 else {
          throw NotEstimable(
            "arm \(names[arm]) has \(own.count) units, not more than its"
              + " \(relation.root.columns + 1) coefficients")
        }
        fits.append(ArmFit(own, relation, overall: overall))
      }
    case .common:
      let relation = try Self.relation(moments, arms: Array(moments.indices), blocks)
      guard total > relation.root.columns + moments.count else {
        throw NotEstimable("there are not more units than coefficients")
      }
      for own in moments { fits.append(ArmFit(own, relation, overall: overall)) }
    }
    arms = fits
  }

  var units: Int { arms.reduce(0) { $0 + $1.count } }

  /// Constants and slopes of all fits.
  var coefficients: Int {
    switch slopes {
    case .perArm: arms.reduce(0) { $0 + 1 + $1.root.columns }
    case .common: arms.count + (arms.first?.root.columns ?? 0)
    }
  }

  private static func relation(
    _ moments: [CoMoments], arms: [Int], _ blocks: UnitBlocks
  ) throws(NotEstimable) -> SlopeFit {
    let p = blocks.covariates.count
    var products = moments[0].sumsOfProducts
    for other in moments.dropFirst() { products = products + other.sumsOfProducts }
    // A constant's variation is rounding of its mean.
    let varying = (0..<p).filter { j in
      let rounding = moments.reduce(0.0) {
        let error = 64 * Double.ulpOfOne * $1.means[j]
        return $0 + Double($1.count) * error * error
      }
      return products[j, j] > rounding
    }
    if let fit = SlopeFit(products, covariates: p, varying: varying) { return fit }
    let rows = factor(moments, arms: arms, blocks)
    guard let fit = SlopeFit(rows: rows, covariates: p, varying: varying) else {
      throw NotEstimable("the values are too large to be computed with")
    }
    return fit
  }

  /// Few rows with the cross-products of all: each block in turn is stacked on what the blocks before
  /// left and triangularised.
  private static func factor(
    _ moments: [CoMoments], arms: [Int], _ blocks: UnitBlocks
  ) -> Matrix {
    let width = moments[0].means.count
    var factor = Matrix(rows: 0, columns: width)
    blocks.forEach(in: 0..<blocks.table.units) { arm, members in
      guard let place = arms.firstIndex(of: arm) else { return }
      let block = blocks.joined(members, less: moments[place].means)
      let stacked = Matrix(
        rows: factor.rows + block.rows, columns: width, elements: factor.elements + block.elements)
      guard let reduced = PivotedQR(stacked) else { return }
      factor = reduced.factorInOrder
    }
    return factor
  }
}
