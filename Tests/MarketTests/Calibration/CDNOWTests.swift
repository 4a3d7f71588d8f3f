import Documents
import Foundation
import SharedData
import Testing

@testable import Market

/// The CDNOW sample of 2,357 customers through `fit`, against published and other software's figures.
///
/// Parameters and log-likelihoods: Fader, Hardie and Lee (2005), table 1, and Fader and Hardie (2013);
/// standard errors: lifetimes 0.11.3, whose Hessian and delta method are its own.
@Suite(.enabled(if: SharedData.expects(SharedData.cdnow), "needs shared/data/cdnow"))
struct CDNOWTests {
  static let calibration = Result { try calibrate() }

  static func calibrate() throws -> Calibration {
    var reader = LogReader(
      columns: LogColumns(customer: "masterid", date: "date", amount: "sales"),
      currency: Currency(code: "USD"), until: CalendarDate(year: 1997, month: 9, day: 30))
    try reader.feed(Data(contentsOf: SharedData.cdnow))
    return Calibration(try reader.finish(), unit: .week, currency: Currency(code: "USD"))
  }

  let calibration: Calibration
  init() throws { calibration = try Self.calibration.get() }

  func printed(_ value: Double?, _ decimals: Int) -> String {
    value.map { String(format: "%.\(decimals)f", $0) } ?? "none"
  }

  @Test func bgnbdAsPublished() throws {
    let fitted = try #require(calibration.fit(of: .bgnbd).fitted)
    let model = try #require(fitted.model as? BGNBD)
    #expect(printed(model.r, 4) == "0.2426")
    #expect(printed(model.alpha, 3) == "4.414")
    #expect(printed(model.a, 4) == "0.7929")
    #expect(printed(model.b, 3) == "2.426")
    #expect(printed(fitted.logLikelihood, 2) == "-9582.43")
    #expect(fitted.isConverged)
    #expect(fitted.boundaries.isEmpty)
    #expect(fitted.customers == 2357)
    #expect(printed(fitted.aic, 2) == "19172.86")
    let errors = fitted.estimates.map { printed($0.standardError, 6) }
    #expect(errors == ["0.012557", "0.378224", "0.185734", "0.705414"])
  }

  /// Expected: equation 8 of Fader, Hardie and Lee (2005) summed over customers' ages, by SciPy 1.17.1.
  @Test func frequenciesAsTheLawExpects() throws {
    let fit = calibration.frequencies(by: .bgnbd)
    #expect(fit.actual == [1411, 439, 214, 100, 62, 38, 29, 23, 7, 5, 29])
    let expected = try #require(fit.expected)
    #expect(
      expected.prefix(10).map { printed($0, 2) } == [
        "1407.68", "460.32", "192.46", "101.16", "59.85", "38.12", "25.55", "17.78", "12.73",
        "9.32",
      ])
    #expect(abs(expected.reduce(0, +) - 2_357) < 1e-6)
    let other = try #require(calibration.frequencies(by: .paretoNBD).expected)
    #expect(abs(other.reduce(0, +) - 2_357) < 1e-6)
  }

  @Test func paretoNBDAsPublished() throws {
    let fitted = try #require(calibration.fit(of: .paretoNBD).fitted)
    let model = try #require(fitted.model as? ParetoNBD)
    #expect(printed(model.r, 3) == "0.553")
    #expect(printed(model.alpha, 2) == "10.58")
    #expect(printed(model.s, 3) == "0.606")
    #expect(printed(model.beta, 2) == "11.67")
    #expect(printed(fitted.logLikelihood, 1) == "-9595.0")
    #expect(fitted.isConverged)
  }

  @Test func gammaGammaAsPublished() throws {
    let fitted = try #require(calibration.gammaGamma.fitted)
    #expect(printed(fitted.model.p, 2) == "6.25")
    #expect(printed(fitted.model.q, 2) == "3.74")
    #expect(printed(fitted.model.gamma, 2) == "15.44")
    #expect(printed(fitted.logLikelihood, 2) == "-4055.92")
    #expect(fitted.customers == 946)
    let errors = fitted.estimates.map { printed($0.standardError, 6) }
    #expect(errors == ["1.190055", "0.290133", "4.159423"])
  }

  /// The Hessian of either log-likelihood in logarithms by central differences, mpmath 1.3.0 with 40
  /// digits (Pareto/NBD by its hypergeometric functions).
  @Test func uncertaintyOfTheLogarithms() throws {
    let bgnbd = try #require(calibration.fit(of: .bgnbd).fitted).uncertainty
    check(
      bgnbd, deviations: [0.051_762_826_1, 0.085_695_098_5, 0.234_239_707, 0.290_783_746],
      correlations: [
        [0.780_380_694], [-0.037_664_925_1, -0.040_793_163_4],
        [0.007_409_787_76, 0.039_441_895_2, 0.940_455_183],
      ])
    let paretoNBD = try #require(calibration.fit(of: .paretoNBD).fitted).uncertainty
    check(
      paretoNBD, deviations: [0.086_083_321_6, 0.079_669_857_5, 0.308_922_779, 0.532_286_785],
      correlations: [
        [0.821_761_988], [-0.353_566_195, -0.170_605_9],
        [-0.475_576_082, -0.230_398_652, 0.971_570_794],
      ])
    // e^(±1.6448536·0.0517628) times the estimate.
    let r = try #require(calibration.fit(of: .bgnbd).model?.parameters[0])
    let interval = try #require(bgnbd.interval(of: 0, around: r, probability: 0.9))
    #expect(printed(interval.lowerBound, 5) == "0.22279")
    #expect(printed(interval.upperBound, 5) == "0.26415")
  }

  func check(
    _ uncertainty: ParameterUncertainty, deviations: [Double], correlations: [[Double]]
  ) {
    for (i, expected) in deviations.enumerated() {
      #expect(abs((uncertainty.deviations[i] ?? 0) / expected - 1) < 1e-6)
      #expect(uncertainty.correlations[i][i] == 1)
    }
    for (i, row) in correlations.enumerated() {
      for (j, expected) in row.enumerated() {
        #expect(abs((uncertainty.correlations[i + 1][j] ?? 0) - expected) < 1e-6)
        #expect(uncertainty.correlations[j][i + 1] == uncertainty.correlations[i + 1][j])
      }
    }
  }

  @Test func holdoutAsPublished() throws {
    let holdout = try #require(calibration.holdout)
    #expect(holdout.days == 273)
    #expect(holdout.actual == 1882)
    #expect(printed(holdout.forecast(by: .bgnbd)?.conditional, 0) == "1653")
    #expect(printed(holdout.forecast(by: .paretoNBD)?.conditional, 0) == "1666")
    #expect(printed(holdout.forecast(by: .bgnbd)?.unconditional, 0) == "1667")
    #expect(printed(holdout.forecast(by: .paretoNBD)?.unconditional, 0) == "1745")
    #expect(holdout.actualByWeek.count == 39)
    #expect(holdout.actualByWeek.reduce(0, +) == 1882)
    #expect(holdout.groups.map(\.customers).reduce(0, +) == 2357)
    #expect(holdout.groups[0].customers == 1411)
    for forecast in PurchaseLaw.allCases.map(holdout.forecast) {
      let forecast = try #require(forecast)
      #expect(abs(forecast.byWeek.reduce(0, +) - forecast.conditional) < 1e-9)
      #expect(abs(forecast.byFrequency.reduce(0, +) - forecast.conditional) < 1e-9)
    }
  }

  /// lifetimes 0.11.3, as its documentation prints them: a 0.89, alpha 6.18, b 1.61, r 0.53; the log-likelihood is
  /// that of its own function at the parameters found here.
  @Test func mbgnbdAsElsewhere() throws {
    let fitted = try #require(calibration.fit(of: .mbgnbd).fitted)
    #expect(fitted.model.parameters.map { printed($0, 2) } == ["0.52", "6.18", "0.89", "1.61"])
    #expect(abs(fitted.logLikelihood + 9_582.132_68) < 0.01)
    #expect(fitted.isConverged)
    #expect(fitted.boundaries.isEmpty)
  }

  /// MBG/NBD is ahead of BG/NBD's published −9582.43 by next to nothing, and both of Pareto/NBD's −9595.0, whose
  /// 1,666 forecast purchases came nearest to the 1,882.
  @Test func lawAsTheLikelihoodsSay() throws {
    let choice = try #require(calibration.choice)
    #expect(choice.law == .mbgnbd)
    #expect(choice.reason == .likelier)
    #expect(choice.rival?.law == .bgnbd)
    #expect(printed(choice.rival?.lead, 1) == "0.3")
    #expect(choice.nearer?.law == .paretoNBD)
    #expect(choice.nearer?.than == .mbgnbd)
    let asked = Calibration(
      calibration.summary, unit: .week, currency: Currency(code: "USD"), law: .paretoNBD)
    #expect(asked.choice?.law == .paretoNBD)
    #expect(asked.choice?.reason == .asked)
    #expect(printed(asked.choice?.rival?.lead, 1) == "-12.8")
    let forecast = try #require(asked.outlook(within: 39)).reduce(0) { $0 + $1.expectedPurchases }
    #expect(printed(forecast, 0) == "1666")
    #expect(printed(asked.expectedAlive(by: .bgnbd), 0) == "1917")
    #expect(printed(asked.expectedAlive(by: .paretoNBD), 0) == "1052")
  }

  /// pandas 3.1.1: first purchases of all 2,357 customers, and the 2,457 repeat purchases through
  /// 1997-09-30; eight purchases of 0.00 count.
  @Test func ordersAsCountedElsewhere() {
    let summary = calibration.summary
    #expect(summary.firstOrders.count == 2357)
    #expect(printed(summary.firstOrders.mean.map { $0 / 100 }, 2) == "32.99")
    #expect(summary.repeatOrders.count == 2457)
    #expect(printed(summary.repeatOrders.mean.map { $0 / 100 }, 2) == "38.81")
    #expect(summary.mergedRows == 223)
    #expect(summary.duplicateRows == 21)
    #expect(summary.newcomers == 0)
  }

  /// model.md's oracle 17, and the figures lifetimes 0.11.3 gives for it.
  @Test func outlookOfOneCustomer() throws {
    let model = try #require(calibration.fit(of: .bgnbd).model)
    let alive = model.probabilityAlive(repeats: 2, recency: 30.43, age: 38.86)
    #expect(printed(alive, 4) == "0.7266")
    let expected = model.expectedPurchases(within: 39, repeats: 2, recency: 30.43, age: 38.86)
    #expect(printed(expected, 4) == "1.2259")
    let outlook = try #require(calibration.outlook(within: 39))
    let total = outlook.reduce(0) { $0 + $1.expectedPurchases }
    let conditional = try #require(calibration.holdout?.forecast(by: .mbgnbd)?.conditional)
    #expect(abs(total - conditional) < 1e-8)
  }
}
