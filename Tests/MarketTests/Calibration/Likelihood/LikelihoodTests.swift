import Statistics
import Testing

@testable import Market

/// Values against mpmath, derivatives against differences of the values.
struct LikelihoodTests {
  let histories = [
    CustomerHistory(repeats: 0, recency: 0, age: 3),
    CustomerHistory(repeats: 0, recency: 0, age: 90),
    CustomerHistory(repeats: 1, recency: 1, age: 40, repeatSpend: 1999),
    CustomerHistory(repeats: 1, recency: 40, age: 40, repeatSpend: 4250),
    CustomerHistory(repeats: 4, recency: 30, age: 90, repeatSpend: 12_345),
    CustomerHistory(repeats: 4, recency: 30, age: 90, repeatSpend: 400),
    CustomerHistory(repeats: 25, recency: 80, age: 90, repeatSpend: 80_000),
  ]

  /// Central differences of the gradient against the Hessian, and of the value against the gradient.
  func checkDerivatives(at parameters: [Double], _ expansion: ([Double]) -> Expansion) {
    let here = expansion(parameters)
    for i in parameters.indices {
      let step = 1e-5 * parameters[i]
      var (up, down) = (parameters, parameters)
      up[i] += step
      down[i] -= step
      let (above, below) = (expansion(up), expansion(down))
      let slope = (above.value - below.value) / (2 * step)
      let scale = abs(here.value) / parameters[i]
      // Differences lose half the digits: errors of step² and of rounding over step.
      #expect(abs(slope - here.gradient[i]) < 1e-8 * scale)
      for j in parameters.indices {
        let bend = (above.gradient[j] - below.gradient[j]) / (2 * step)
        #expect(abs(bend - here.hessian[i, j]) < 1e-8 * scale / parameters[j])
        #expect(abs(here.hessian[i, j] - here.hessian[j, i]) < 1e-12 * scale / parameters[j])
      }
    }
  }

  @Test(arguments: [[0.24, 4.4, 0.8, 2.4], [3, 20, 0.05, 9], [0.01, 0.3, 12, 0.4]])
  func bgnbdDerivatives(parameters: [Double]) {
    for countsFirst in [false, true] {
      let likelihood = BGNBDLikelihood(
        table: HistoryTable(histories, unit: .week), countsFirst: countsFirst)
      checkDerivatives(at: parameters) {
        likelihood.expansion(r: $0[0], alpha: $0[1], a: $0[2], b: $0[3])
      }
    }
  }

  @Test(arguments: [[1.2, 0.75, 0.66, 2.8], [3, 20, 0.05, 9], [0.01, 0.3, 12, 0.4]])
  func bgbbDerivatives(parameters: [Double]) {
    let rows = [(0, 0, 0), (0, 0, 6), (1, 1, 6), (1, 6, 6), (3, 4, 6), (6, 6, 6), (5, 9, 30)]
    let table = OpportunityTable(
      Dictionary(
        uniqueKeysWithValues: rows.enumerated().map {
          (.init(taken: $1.0, last: $1.1, opportunities: $1.2), $0 + 1)
        }))
    let likelihood = BGBBLikelihood(table: table)
    checkDerivatives(at: parameters) { likelihood.expansion(at: BGBB(parameters: $0)) }
    let model = BGBB(parameters: parameters)
    let sum = zip(table.rows, table.customers).reduce(0) { $0 + $1.1 * model.logLikelihood($1.0) }
    #expect(abs(likelihood.expansion(at: model).value / sum - 1) < 1e-12)
  }

  @Test(arguments: [[0.55, 10.6, 0.6, 11.7], [3, 2, 0.05, 90], [0.1, 30, 4, 0.4]])
  func paretoNBDDerivatives(parameters: [Double]) {
    let likelihood = ParetoNBDLikelihood(table: HistoryTable(histories, unit: .week))
    checkDerivatives(at: parameters) { likelihood.expansion(at: ParetoNBD(parameters: $0)) }
  }

  @Test(arguments: [[6.25, 3.74, 15.44], [0.3, 0.9, 200], [40, 12, 3]])
  func gammaGammaDerivatives(parameters: [Double]) {
    let likelihood = GammaGammaLikelihood(histories, scale: 100)
    checkDerivatives(at: parameters) { likelihood.expansion(at: GammaGamma(parameters: $0)) }
  }

  /// mpmath 1.3.0: the difference of two hypergeometric functions with 40 digits.
  @Test(arguments: [
    ([0.5533, 10.578, 0.6061, 11.669], 2, 3, 5, -5.981_225_192_401_174_93),
    ([0.5533, 10.578, 0.6061, 11.669], 400, 200, 390, -152.504_487_193_077_31),
    ([50, 0.1, 0.01, 2000], 3, 10, 20, -239.748_457_611_008_895),
    ([0.02, 0.001, 3, 0.05], 0, 0, 300, -0.051_834_264_482_054_682_8),
    ([2, 1000, 0.5, 0.001], 1, 1, 500, -9.752_943_732_301_294_67),
  ])
  func paretoNBDFarFromWhereItIsEasy(
    parameters: [Double], x: Int, recency: Int, age: Int, expected: Double
  ) {
    let table = HistoryTable(
      [CustomerHistory(repeats: x, recency: recency, age: age)], unit: .day)
    let value = ParetoNBDLikelihood(table: table).expansion(at: ParetoNBD(parameters: parameters))
      .value
    #expect(abs(value / expected - 1) < 1e-12)
  }

  @Test func equalHistoriesCountAsOftenAsTheyOccur() {
    func expansion(_ histories: [CustomerHistory]) -> Expansion {
      BGNBDLikelihood(table: HistoryTable(histories, unit: .week), countsFirst: false)
        .expansion(r: 0.24, alpha: 4.4, a: 0.8, b: 2.4)
    }
    let (one, two) = (expansion(histories), expansion(histories + histories))
    #expect(abs(two.value / one.value - 2) < 1e-14)
    #expect(HistoryTable(histories + histories, unit: .week).weight.count == 6)
  }
}
