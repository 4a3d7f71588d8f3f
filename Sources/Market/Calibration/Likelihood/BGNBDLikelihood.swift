internal import RealModule
internal import Statistics

/// The log-likelihood of BG/NBD or MBG/NBD over a table of histories.
///
/// Per customer it is ln[B(a, b+k)/B(a, b)] + ln[Γ(r+x)/Γ(r)] + r ln α − (r+x) ln(α+T) + ln(1 + e^E), k the
/// purchases after which the customer may have lapsed, e^E the odds of having done so (0 where k is): k = x in
/// Fader, Hardie and Lee (2005), equation 6; k = x + 1 in Batislam, Denizel and Filiztekin (2007).
struct BGNBDLikelihood {
  let table: HistoryTable
  /// Whether the first purchase is a chance to lapse too.
  let countsFirst: Bool

  private var extra: Int { countsFirst ? 1 : 0 }

  /// Value, gradient and Hessian in (r, α, a, b).
  func expansion(r: Double, alpha: Double, a: Double, b: Double) -> Expansion {
    var sums = DerivativeSums()
    // Second derivatives by (r, α), (α, α), (a, a), (b, b), and by (a, b).
    var bends = SIMD4<Double>()
    var lapseBend = 0.0
    var rateBend = 0.0
    var (rate, stay, both) = (RisingLogarithm(r), RisingLogarithm(b), RisingLogarithm(a + b))
    let logAlpha = Double.log(alpha)
    for group in table.groups {
      rate.advance(to: group.repeats)
      stay.advance(to: group.repeats + extra)
      both.advance(to: group.repeats + extra)
      let customers = group.customers
      sums.value += customers * (rate.value + r * logAlpha + stay.value - both.value)
      sums.slope +=
        customers
        * SIMD4(rate.slope + logAlpha, r / alpha, -both.slope, stay.slope - both.slope)
      rateBend += customers * rate.curvature
      lapseBend -= customers * both.curvature
      bends +=
        customers
        * SIMD4(
          1 / alpha, -r / (alpha * alpha), -both.curvature, stay.curvature - both.curvature)
      addRows(of: group, r: r, alpha: alpha, a: a, b: b, to: &sums, bends: &bends)
    }
    return sums.expansion(
      of: 4,
      adding: [
        (0, 0, rateBend), (0, 1, bends[0]), (1, 1, bends[1]), (2, 2, bends[2]),
        (2, 3, lapseBend), (3, 3, bends[3]),
      ])
  }

  private func addRows(
    of group: HistoryTable.Group, r: Double, alpha: Double, a: Double, b: Double,
    to sums: inout DerivativeSums, bends: inout SIMD4<Double>
  ) {
    let chances = Double(group.repeats + extra)
    let count = r + Double(group.repeats)
    let staying = b + chances - 1
    let logOddsShare = chances > 0 ? Double.log(a / staying) : 0
    for row in group.rows {
      let weight = table.weight[row]
      let logAge = Double.log(alpha + table.age[row])
      let inverseAge = 1 / (alpha + table.age[row])
      sums.value -= weight * count * logAge
      sums.slope -= weight * SIMD4(logAge, count * inverseAge, 0, 0)
      bends += weight * SIMD4(-inverseAge, count * inverseAge * inverseAge, 0, 0)
      guard chances > 0 else { continue }

      let growth = logAge - .log(alpha + table.recency[row])
      let exponent = logOddsShare + count * growth
      // e^−|E| serves both the softplus and the logistic function, and cannot overflow.
      let small = Double.exp(-exponent.magnitude)
      sums.value += weight * (max(exponent, 0) + .log(onePlus: small))
      let lapsed = (exponent > 0 ? 1 : small) / (1 + small)
      let inverseRecency = 1 / (alpha + table.recency[row])
      let difference = inverseAge - inverseRecency
      let slope = SIMD4<Double>(growth, count * difference, 1 / a, -1 / staying)
      sums.slope += weight * lapsed * slope
      sums.add(square: slope, times: weight * small / ((1 + small) * (1 + small)))
      let lapsedBends = SIMD4<Double>(
        difference, -count * difference * (inverseAge + inverseRecency), -1 / (a * a),
        1 / (staying * staying))
      bends += weight * lapsed * lapsedBends
    }
  }
}
