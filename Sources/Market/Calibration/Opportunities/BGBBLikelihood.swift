internal import RealModule
internal import Statistics

/// The log-likelihood of BG/BB over a table of opportunities; Fader, Hardie and Shang (2010), equation 5.
///
/// A customer's likelihood is a sum over when they may have lapsed: after all n opportunities, or after tₓ + i.
/// Where they were alive through m opportunities, x of them taken, and then lapsed (e = 1) or not (e = 0), its term
/// is B(α + x, β + m − x)/B(α, β) · B(γ + e, δ + m)/B(γ, δ).
struct BGBBLikelihood {
  let table: OpportunityTable

  /// Value, gradient and Hessian in (α, β, γ, δ).
  func expansion(at model: BGBB) -> Expansion {
    let n = table.longest + 1
    let (takes, leaves) = (Rising(model.alpha, n), Rising(model.beta, n))
    let both = Rising(model.alpha + model.beta, n)
    let (lapses, stays) = (Rising(model.gamma, 1), Rising(model.delta, n))
    let either = Rising(model.gamma + model.delta, n)
    var sums = DerivativeSums()
    // Second derivatives by each parameter, and by (α, β) and (γ, δ).
    var bends = SIMD4<Double>()
    var tied = SIMD2<Double>()
    for (row, customers) in zip(table.rows, table.customers) {
      let x = row.taken
      func term(_ m: Int, _ e: Int) -> Term {
        Term(
          value: takes.value[x] + leaves.value[m - x] - both.value[m] + lapses.value[e]
            + stays.value[m] - either.value[m + e],
          slope: SIMD4(
            takes.slope[x] - both.slope[m], leaves.slope[m - x] - both.slope[m],
            lapses.slope[e] - either.slope[m + e], stays.slope[m] - either.slope[m + e]),
          bends: SIMD4(
            takes.curvature[x] - both.curvature[m], leaves.curvature[m - x] - both.curvature[m],
            lapses.curvature[e] - either.curvature[m + e],
            stays.curvature[m] - either.curvature[m + e]),
          tied: SIMD2(-both.curvature[m], -either.curvature[m + e]))
      }
      let terms =
        [term(row.opportunities, 0)] + (row.last..<row.opportunities).map { term($0, 1) }
      let most = terms.reduce(-Double.infinity) { max($0, $1.value) }
      let weights = terms.map { Double.exp($0.value - most) }
      let total = weights.reduce(0, +)
      sums.value += customers * (most + .log(total))
      var mean = SIMD4<Double>()
      for (term, weight) in zip(terms, weights) {
        let share = customers * weight / total
        mean += weight / total * term.slope
        sums.add(square: term.slope, times: share)
        bends += share * term.bends
        tied += share * term.tied
      }
      sums.slope += customers * mean
      sums.add(square: mean, times: -customers)
    }
    return sums.expansion(
      of: 4,
      adding: (0..<4).map { ($0, $0, bends[$0]) } + [(0, 1, tied[0]), (2, 3, tied[1])])
  }

  /// One way a history can have come about.
  private struct Term {
    let value: Double
    let slope: SIMD4<Double>
    let bends: SIMD4<Double>
    let tied: SIMD2<Double>
  }

  /// ln Γ(p + m) − ln Γ(p) with its derivatives, for all m up to a longest.
  private struct Rising {
    private(set) var value: [Double] = []
    private(set) var slope: [Double] = []
    private(set) var curvature: [Double] = []

    init(_ parameter: Double, _ longest: Int) {
      var sum = RisingLogarithm(parameter)
      for m in 0...longest {
        sum.advance(to: m)
        value.append(sum.value)
        slope.append(sum.slope)
        curvature.append(sum.curvature)
      }
    }
  }
}

extension BGBB {
  /// Fits the model by maximum likelihood, in ln(α/β), ½ ln(αβ), ln(γ/δ) and ½ ln(γδ).
  ///
  /// - Parameter table: What opportunities were taken.
  /// - Returns: The fit, or why there is none.
  public static func fit(_ table: OpportunityTable) -> ModelFit<BGBB> {
    if table.count < 2 { return .notFitted(.tooFewCustomers) }
    if table.longest == 0 { return .notFitted(.noOpportunity) }
    if table.rows.allSatisfy({ $0.taken == 0 }) { return .notFitted(.nothingTaken) }
    let search = MaximumLikelihood<BGBB>(
      logarithms: Matrix([[0.5, 1, 0, 0], [-0.5, 1, 0, 0], [0, 0, 0.5, 1], [0, 0, -0.5, 1]]),
      axes: [
        .init(
          range: -12...12, lower: "hardly any opportunity seems to be taken",
          upper: "whoever has not lapsed seems to take every opportunity"),
        .init(
          range: -7...7, lower: "some seem to take every opportunity, the others none",
          upper: "everybody seems to take opportunities with the same chance"),
        .init(
          range: -12...12, lower: "nobody seems to lapse", upper: "everybody seems to lapse at once"
        ),
        .init(
          range: -7...7, lower: "some seem to lapse at once, the others never",
          upper: "everybody seems to lapse with the same chance"),
      ],
      starts: [[0, 0, -1, 0], [0.5, 0.5, -2, 0.5]])
    let likelihood = BGBBLikelihood(table: table)
    return search.fit(customers: table.count, likelihood.expansion)
  }
}
