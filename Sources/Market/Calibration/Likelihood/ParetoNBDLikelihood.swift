internal import RealModule
internal import Statistics

/// The log-likelihood of Pareto/NBD over a table of histories.
///
/// Per customer it is ln[Γ(r+x)/Γ(r)] + r ln α + s ln β + ln(e^A + J): e^A = (α+T)^−(r+x) (β+T)^−s for
/// those who last beyond T, J the lapse integral from tₓ to T for those who do not.
struct ParetoNBDLikelihood {
  let table: HistoryTable

  /// Value, gradient and Hessian in (r, α, s, β).
  func expansion(at model: ParetoNBD) -> Expansion {
    let (r, alpha, s, beta) = (model.r, model.alpha, model.s, model.beta)
    var sums = DerivativeSums()
    // Second derivatives by (r, α), (α, α), (s, β), (β, β), and by (r, r), (s, s).
    var bends = SIMD4<Double>()
    var rateBend = 0.0
    var lapseBend = 0.0
    var rate = RisingLogarithm(r)
    let (logAlpha, logBeta) = (Double.log(alpha), Double.log(beta))
    let sharedBends = SIMD4<Double>(1 / alpha, -r / (alpha * alpha), 1 / beta, -s / (beta * beta))
    for group in table.groups {
      rate.advance(to: group.repeats)
      let customers = group.customers
      sums.value += customers * (rate.value + r * logAlpha + s * logBeta)
      sums.slope += customers * SIMD4<Double>(rate.slope + logAlpha, r / alpha, logBeta, s / beta)
      rateBend += customers * rate.curvature
      bends += customers * sharedBends
      for row in group.rows {
        let share = add(
          row, repeats: group.repeats, model: model, to: &sums, bends: &bends)
        lapseBend -= share / (s * s)
      }
    }
    return sums.expansion(
      of: 4,
      adding: [
        (0, 0, rateBend), (0, 1, bends[0]), (1, 1, bends[1]), (2, 2, lapseBend),
        (2, 3, bends[2]), (3, 3, bends[3]),
      ])
  }

  /// - Returns: The customers of the row times their chance of having lapsed.
  private func add(
    _ row: Int, repeats: Int, model: ParetoNBD, to sums: inout DerivativeSums,
    bends: inout SIMD4<Double>
  ) -> Double {
    let (alpha, s, beta) = (model.alpha, model.s, model.beta)
    let count = model.r + Double(repeats)
    let weight = table.weight[row]
    let age = table.age[row]
    let alive = -count * Double.log(alpha + age) - s * .log(beta + age)
    let inverseAlpha = 1 / (alpha + age)
    let inverseBeta = 1 / (beta + age)
    let aliveSlope = SIMD4(
      -Double.log(alpha + age), -count * inverseAlpha, -Double.log(beta + age), -s * inverseBeta)
    let aliveBends = SIMD4(
      -inverseAlpha, count * inverseAlpha * inverseAlpha, -inverseBeta,
      s * inverseBeta * inverseBeta)
    guard age > table.recency[row] else {
      sums.value += weight * alive
      sums.slope += weight * aliveSlope
      bends += weight * aliveBends
      return 0
    }

    let integral = LapseIntegral(
      alpha: alpha, beta: beta, count: count, s: s, from: table.recency[row], to: age)
    var moments = NodeSums()
    // Logarithms relative to those at T keep the spread of slopes from cancelling.
    integral.forEachNode { node in
      let inverse = SIMD2(1 / node.alphaPlus, 1 / node.betaPlus)
      let slope = SIMD4(
        -aliveSlope[0] - node.logAlphaPlus, -count * inverse[0],
        -aliveSlope[2] - node.logBetaPlus, -(s + 1) * inverse[1])
      moments.add(
        slope,
        bends: SIMD4(
          -inverse[0], count * inverse[0] * inverse[0], -inverse[1],
          (s + 1) * inverse[1] * inverse[1]), weight: node.weight)
    }
    let exponent = integral.logPeak + .log(moments.total) - alive
    let small = Double.exp(-exponent.magnitude)
    let lapsed = (exponent > 0 ? 1 : small) / (1 + small)
    let mean = moments.slope / moments.total
    // ∂J/J less ∂A; the reference logarithms cancel but for the 1/s of the integrand's factor s.
    let gap =
      mean + SIMD4(0, 0, 1 / s, 0) - SIMD4(0, aliveSlope[1], 0, aliveSlope[3])
    sums.value += weight * (alive + max(exponent, 0) + .log(onePlus: small))
    sums.slope += weight * (aliveSlope + lapsed * gap)
    sums.add(square: gap, times: weight * small / ((1 + small) * (1 + small)))
    let share = weight * lapsed
    // The spread of slopes over τ: mean of squares less square of means.
    sums.add(hessianOf: moments.squares, times: share / moments.total)
    sums.add(square: mean, times: -share)
    bends += (weight - share) * aliveBends + share / moments.total * moments.bends
    return share
  }
}

/// Sums over the nodes of one lapse integral: of the slopes of ln f, their products, their bends.
struct NodeSums {
  var total = 0.0
  var slope = SIMD4<Double>()
  var bends = SIMD4<Double>()
  fileprivate var squares = DerivativeSums()

  @inline(__always)
  mutating func add(_ slope: SIMD4<Double>, bends: SIMD4<Double>, weight: Double) {
    total += weight
    self.slope += weight * slope
    self.bends += weight * bends
    squares.add(square: slope, times: weight)
  }
}
