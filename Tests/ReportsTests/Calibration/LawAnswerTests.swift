import Market
import Testing

@testable import Reports
@testable import Takeaways

/// Which law is played and why, as a planner reads it.
struct LawAnswerTests {
  private func sentences(_ law: PurchaseLaw? = nil, fragment: String? = nil) throws -> [String] {
    let result = try SmallShop.result(law: law)
    return CalibrationAnswer(
      CalibrationResult(
        log: result.log, rows: result.rows, calibration: result.calibration,
        currency: result.currency, horizon: result.horizon, fragment: fragment, base: nil)
    ).sentences
  }

  /// Half of this shop never came back, and hardly anybody left later: some left right after their first order.
  @Test func saysWhichAndWhy() throws {
    let law = try #require(try sentences().last)
    #expect(
      law.hasPrefix(
        "A scenario would play MBG/NBD, the likeliest law (log-likelihood 3.0 above that of Pareto/NBD"
      ))
    let asked = try #require(try sentences(.bgnbd, fragment: "shop.yaml").last)
    #expect(
      asked.hasPrefix(
        "shop.yaml plays BG/NBD as asked, less likely than MBG/NBD (log-likelihood 3.0 below)"))
    #expect(asked.hasSuffix(". `--model mbg-nbd` or `--model pareto-nbd` chooses another."))
  }

  @Test func saysWhenCustomersLeaveByEither() throws {
    let alive = try #require(try sentences().first { $0.hasPrefix("Still customers") })
    #expect(
      alive.contains(
        " by BG/NBD, where they leave only right after a repeat order, so that whoever never came"
          + " back still counts; "))
    #expect(
      alive.hasSuffix(
        " by Pareto/NBD, where they leave as time passes, whether they order or not."))
  }

  @Test func habitsAreThoseOfTheLaw() throws {
    #expect(try sentences(.bgnbd)[1].hasSuffix("of them lapse (BG/NBD)."))
    #expect(try sentences(.paretoNBD)[1].hasSuffix("(Pareto/NBD)."))
  }

  @Test func whatCannotBeFittedIsSaid() throws {
    let result = try SmallShop.result(SmallShop.newcomers, until: nil, law: .paretoNBD)
    #expect(
      CalibrationAnswer(result).sentences.last
        == "Pareto/NBD, which was asked for, cannot be fitted: nobody bought again on a later day.")
  }
}
