import Foundation
import Market
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

/// What the log leaves open, written by `fit` and read again as a scenario's assumptions.
struct MeasuredAssumptionsTests {
  private func assumptions(_ law: PurchaseLaw) throws -> [String: Assumption] {
    let result = try SmallShop.result(law: law)
    let text = try ScenarioFragment(result, base: nil).text()
    let resolved = try ScenarioFile(text).resolve()
    return Dictionary(uniqueKeysWithValues: resolved.assumptions.map { ($0.name, $0) })
  }

  /// Normal on the scale of logarithms, so that nine of ten lie within e^±(1.6449·error/estimate) of the estimate;
  /// figures are written with six digits.
  @Test func rangesAreThoseOfTheStandardErrors() throws {
    let result = try SmallShop.result(law: .bgnbd)
    let fitted = try #require(result.calibration.fit(of: .bgnbd).fitted)
    let found = try assumptions(.bgnbd)
    var checked = 0
    for (parameter, name) in [("r", "purchase r"), ("alpha", "purchase alpha")] {
      let estimate = try #require(fitted.estimates.first { $0.name == parameter })
      guard let error = estimate.standardError, let assumption = found[name] else { continue }
      let ratio = exp(1.644_853_627 * error / estimate.value)
      #expect(abs(assumption.high / (estimate.value * ratio) - 1) < 1e-4)
      #expect(abs(assumption.low * ratio / estimate.value - 1) < 1e-4)
      #expect(abs(assumption.median / estimate.value - 1) < 1e-4)
      #expect(assumption.law == .logNormal && assumption.basis == .measured)
      #expect(assumption.why == "BG/NBD fitted to 40 customers")
      checked += 1
    }
    #expect(checked == 2)
    #expect(found["purchase alpha"]?.unit == "weeks")
  }

  /// Each moves with each as the fit's covariance has it, and both say the same of it.
  @Test(arguments: [PurchaseLaw.bgnbd, .paretoNBD])
  func whatMovesTogetherIsSaid(_ law: PurchaseLaw) throws {
    let found = try assumptions(law)
    for (name, assumption) in found {
      for (other, correlation) in assumption.movesWith {
        #expect(found[other]?.movesWith[name] == correlation)
        #expect(abs(correlation) < 1)
      }
    }
    // With r and α larger alike customers buy as often and differ less: a log hardly tells that apart.
    if law == .bgnbd {
      let tie = try #require(found["purchase r"]?.movesWith["purchase alpha"])
      #expect(tie > 0.5)
    }
  }

  /// What is not known of a fitted market moves its draws, and leaves its medians where the fit is.
  @Test func drawsScatterAroundTheFit() throws {
    let result = try SmallShop.result(law: .bgnbd)
    let model = try #require(result.calibration.fit(of: .bgnbd).model as? BGNBD)
    let resolved = try ScenarioFile(try ScenarioFragment(result, base: nil).text()).resolve()
    let shapes = try resolved.scenarios(draws: 64).map { $0.market.segments[0].purchases.shape }
    #expect(Set(shapes).count == 64)
    // Of stratified draws the median lies between the two in the middle: within a few per cent of the range.
    let sorted = shapes.sorted()
    #expect(sorted[28] < model.r && model.r < sorted[35])
  }
}
