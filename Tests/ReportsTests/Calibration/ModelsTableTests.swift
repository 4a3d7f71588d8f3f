import Foundation
import Market
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct ModelsTableTests {
  /// Estimates have four digits, whole ones all they have; likelihoods two decimals.
  @Test func everyRowHasDecimalsOfItsOwn() throws {
    let result = try SmallShop.result()
    let fitted = try #require(result.calibration.fit(of: .bgnbd).fitted)
    let rows = result.modelsTable.rows
    #expect(rows[0][0] == .text("BG/NBD"))
    for (row, estimate) in zip(rows, fitted.estimates) {
      #expect(row[1] == .text(estimate.name))
      guard case .figure(let value, let decimals) = row[2] else {
        Issue.record("\(estimate.name) is no figure")
        continue
      }
      #expect(value == estimate.value)
      let digits = String(format: "%.\(decimals)f", value).filter(\.isNumber)
        .drop { $0 == "0" }
      #expect(decimals == 0 ? digits.count >= 4 : digits.count == 4)
    }
    #expect(
      rows[4] == [
        .text(""), .text("log-likelihood"), .figure(fitted.logLikelihood, decimals: 2), .text(""),
      ])
    // k = 4 parameters.
    #expect(rows[5][2] == .figure(8 - 2 * fitted.logLikelihood, decimals: 2))
    #expect(rows[6][0] == .text("MBG/NBD"))
  }
}
