import Analyses
import Documents
import Market
import Planning
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct BecauseTests {
  private func sentence(_ parts: [Reason.Part: Double]) -> String? {
    Because(currency: Currency(code: "CNY"))
      .sentence(parts.map { Reason(part: $0.key, amount: $0.value) })
  }

  /// Talks, or members of tiers, are no messages: what offers cost besides rewards is told as that.
  @Test func whatOffersCostBesides() {
    #expect(
      sentence([.messaging: -30_000])
        == "Mostly because running costs of offers are 300 CNY higher.")
  }

  @Test func moreMarginAgainstRewards() {
    #expect(
      sentence([.margin: 1_500_000, .rewards: -210_000, .messaging: -30_000])
        == "Mostly because orders bring 15,000 CNY more margin; against that, rewards cost 2,100 CNY"
        + " more.")
  }

  @Test func twoCauses() {
    #expect(
      sentence([.residual: 900_000, .margin: 600_000])
        == "Mostly because customers are worth 9,000 CNY more after the horizon and orders bring"
        + " 6,000 CNY more margin.")
  }

  /// Where nothing that people do after the horizon counts, what does is what of their orders is settled then.
  @Test func whatIsSettledLater() {
    let because = Because(currency: Currency(code: "CNY"), countsAfter: false)
    #expect(
      because.sentence([Reason(part: .residual, amount: -211_000)])
        == "Mostly because 2,110 CNY more goes back or is paid out after the horizon.")
  }

  @Test func aLoss() {
    #expect(
      sentence([.acquisition: -900_000, .margin: 200_000])
        == "Mostly because acquisition costs 9,000 CNY more; against that, orders bring 2,000 CNY"
        + " more margin.")
  }

  @Test func savings() {
    #expect(
      sentence([.acquisition: 900_000]) == "Mostly because acquisition costs 9,000 CNY less.")
  }

  @Test func nothingChanged() {
    #expect(sentence([.margin: 0, .rewards: 0]) == nil)
  }
}
