import Statistics
import Testing

@testable import Experiments

/// Thornton's HIV incentives in 119 villages, by statsmodels 0.15.0 and pyfixest 0.60.0.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct VillageTests {
  private static func design(_ terms: [String], _ columns: GoldenColumns) throws -> [[Double]] {
    let n = try columns.numbers("got").count
    return try terms.map { term in
      if term == "const" { return [Double](repeating: 1, count: n) }
      return try term.split(separator: ":").map { part in
        let values = try columns.numbers(String(part))
        // Covariates are centred as the reference has them; the treatment is not.
        return part == "any" ? values : values.map { $0 - Moments(values).mean }
      }.reduce([Double](repeating: 1, count: n)) { zip($0, $1).map(*) }
    }
  }

  static let terms = [
    "unadjusted": ["const", "any"],
    "ancova": ["const", "any", "distvct", "age", "hiv2004"],
    "lin": [
      "const", "any", "distvct", "age", "hiv2004", "any:distvct", "any:age", "any:hiv2004",
    ],
  ]

  @Test(arguments: ["unadjusted", "ancova", "lin"])
  func coefficientsAndErrorsAgree(name: String) throws {
    let columns = try GoldenColumns("thornton")
    let value = try Golden.json("thornton")[name]["value"]
    let terms = try #require(Self.terms[name])
    #expect(try value["params"].keys == terms.sorted())
    let fit = try LeastSquares(
      design: columns.matrix(Self.design(terms, columns)), outcomes: columns.matrix(["got"]))
    let villages = try columns.labels("villnum")
    #expect(Double(fit.degreesOfFreedom) == (try value["df_resid"].number))
    let squares = fit.residualProducts[0, 0]
    #expect(agrees(squares, try value["rss"].number, relative: 1e-10))
    let got = Moments(try columns.numbers("got"))
    #expect(
      agrees(
        1 - squares / got.sumOfSquaredDeviations, try value["rsquared"].number, relative: 1e-10))
    for (column, term) in terms.enumerated() {
      let classical = try fit.coefficient(column)
      #expect(agrees(classical.estimate, try value["params"][term].number, relative: 1e-10))
      #expect(
        agrees(
          classical.standardError, try value["se"]["classical"][term].number, relative: 1e-10))
      for variance in [RobustVariance.hc0, .hc1, .hc2, .hc3, .cr0, .cr1] {
        let effect = try fit.coefficient(column, variance, clusters: villages)
        #expect(
          agrees(
            effect.standardError, try value["se"][variance.rawValue][term].number,
            relative: 1e-10))
        guard variance == .cr1 else { continue }
        #expect(agrees(effect.statistic, try value["CR1_t"][term].number, relative: 1e-10))
        #expect(agrees(effect.pValue(), try value["CR1_p_dfGm1"][term].number, relative: 1e-8))
      }
    }
  }

  /// The same effects from the streamed influence matrix.
  @Test(arguments: ["unadjusted", "ancova", "lin"])
  func influenceAgreesWithTheRegression(name: String) throws {
    let value = try Golden.json("thornton")[name]["value"]
    let table = try GoldenColumns("thornton").table(
      ["got", "distvct", "age", "hiv2004"], arm: "any", groups: [.cluster: "villnum"])
    let means = try AdjustedMeans(
      table,
      Adjustment(
        metrics: [0], covariates: name == "unadjusted" ? [] : [1, 2, 3],
        slopes: name == "ancova" ? .common : .perArm,
        variances: [.hc0, .hc1, .hc2, .hc3, .cr0, .cr1, .cr3]))
    #expect(means.preferred == .cr1)
    for variance in [RobustVariance.hc0, .hc1, .hc2, .hc3, .cr0, .cr1] {
      let effect = try means.effect(arm: 1, metric: 0, variance)
      #expect(agrees(effect.estimate, try value["params"]["any"].number, relative: 1e-10))
      #expect(
        agrees(
          effect.standardError, try value["se"][variance.rawValue]["any"].number, relative: 1e-10))
      let control = try means.mean(arm: 0, metric: 0, variance)
      #expect(
        agrees(
          control.standardError, try value["se"][variance.rawValue]["const"].number,
          relative: 1e-10))
    }
    guard name == "ancova" else { return }
    let jackknife = try means.effect(arm: 1, metric: 0, .cr3)
    let golden = try Golden.json("thornton")["pyfixest"]["value"]["CRV3"]["any"].number
    #expect(agrees(jackknife.standardError, golden, relative: 1e-10))
  }

  @Test func pyfixestAgrees() throws {
    let columns = try GoldenColumns("thornton")
    let value = try Golden.json("thornton")["pyfixest"]["value"]
    let terms = ["any", "distvct", "age", "hiv2004"]
    let ones = [Double](repeating: 1, count: 2825)
    let fit = try LeastSquares(
      design: columns.matrix([ones] + terms.map { try columns.numbers($0) }),
      outcomes: columns.matrix(["got"]))
    let villages = try columns.labels("villnum")
    for (column, term) in (["Intercept"] + terms).enumerated() {
      for (variance, key) in [(RobustVariance.cr1, "CRV1"), (.cr3, "CRV3"), (.hc1, "HC1")] {
        let effect = try fit.coefficient(column, variance, clusters: villages)
        #expect(agrees(effect.estimate, try value["coef"][term].number, relative: 1e-10))
        #expect(agrees(effect.standardError, try value[key][term].number, relative: 1e-10))
        guard key == "CRV1" else { continue }
        // pyfixest takes p from 1 − cdf: it prints 0 for 10⁻⁴¹ and has only absolute digits.
        #expect((effect.pValue() - (try value["CRV1_p"][term].number)).magnitude < 2e-13)
        #expect(effect.pValue() > 0)
      }
    }
  }

  @Test func villagesMayHaveConstantsOfTheirOwn() throws {
    let columns = try GoldenColumns("thornton")
    let value = try Golden.json("thornton")["pyfixest_fe"]["value"]
    let villages = try columns.labels("villnum")
    let fit = try FixedEffects(
      groups: villages, design: columns.matrix(["any", "age"]), outcomes: columns.matrix(["got"]))
    for (column, term) in ["any", "age"].enumerated() {
      let effect = try fit.coefficient(column, .cr1, clusters: villages)
      #expect(agrees(effect.estimate, try value["coef"][term].number, relative: 1e-10))
      #expect(agrees(effect.standardError, try value["se"][term].number, relative: 1e-10))
      #expect(effect.degreesOfFreedom == 118)
    }
  }

  @Test func aMeanOverVillagesHasALargerError() throws {
    let columns = try GoldenColumns("thornton")
    let value = try Golden.json("thornton")["cluster_mean_delta"]["value"]
    let mean = try ClusteredMean(
      columns.numbers("got"), clusters: columns.labels("villnum"))
    #expect(agrees(mean.mean, try value["mean"].number, relative: 1e-10))
    #expect(agrees(mean.standardError, try value["se"].number, relative: 1e-10))
    #expect(agrees(mean.naiveStandardError, try value["naive_se"].number, relative: 1e-10))
    #expect(mean.clusters == 119)
  }
}
