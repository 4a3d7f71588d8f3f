@testable import Analyses
import Documents
import Market
import Statistics
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

/// Amounts are minor units: 1,230,000 is 12,300 CNY.
struct HeadlineTests {
  private func headline(_ objective: Objective = .profit) -> Headline {
    Headline(
      objective: objective, currency: Currency(code: "CNY"), baseline: "today",
      level: Estimate(
        value: 12_030_000, precision: nil, prediction: Interval(low: 11_000_000, high: 13_100_000)),
      days: 365, played: "40 replications")
  }

  private func plan(
    _ value: Double, _ low: Double, _ high: Double, error: Double, chance: Double = 1
  ) -> Standing {
    Standing(
      plan: "Plan C",
      difference: Estimate(
        value: value, precision: Interval(center: value, halfWidth: error),
        prediction: Interval(low: low, high: high)),
      chanceHigher: chance)
  }

  private func plan(_ within: Double, _ afterwards: Double, _ low: Double, _ high: Double)
    -> Standing
  {
    var standing = plan(within + afterwards, low, high, error: 20_000, chance: 0.94)
    standing.parts = ProfitParts(within: within, afterwards: afterwards)
    return standing
  }

  private func sentence(_ plans: [Standing], _ objective: Objective = .profit) -> String {
    headline(objective).sentence(Verdict(plans))
  }

  @Test func better() {
    #expect(
      sentence([plan(1_230_400, 981_200, 1_491_100, error: 50_000)])
        == "“Plan C” earns 12,300 CNY more than “today”; in 95 of 100 markets between 9,800 and"
        + " 14,900.")
  }

  @Test func aDayIsOne() {
    var headline = headline()
    headline.days = 1
    let parts = plan(1_000_000, 230_400, 981_200, 1_491_100)
    #expect(
      headline.sentence(Verdict([parts])).contains(
        ": 10,000 more within the day, 2,300 more afterwards"))
    headline.parts = nil
    #expect(headline.sentence(.alone).contains(" in 1 day;"))
  }

  @Test func betterOnAverageOnly() {
    #expect(
      sentence([plan(120_000, -300_000, 520_000, error: 50_000, chance: 0.71)])
        == "“Plan C” earns 1,200 CNY more than “today” on average, but not in every market: in 95"
        + " of 100 between 3,000 less and 5,200 more, and more than “today” in 71 of 100.")
  }

  @Test func worse() {
    #expect(
      sentence([plan(-340_000, -520_000, -130_000, error: 50_000, chance: 0)])
        == "No plan is better than “today”: the nearest, “Plan C”, earns 3,400 CNY less; in 95 of"
        + " 100 markets between 1,300 and 5,200 less.")
  }

  @Test func unclear() {
    #expect(
      sentence([plan(120_000, -300_000, 520_000, error: 190_000)])
        == "No plan is clearly better than “today”: “Plan C” earns 1,200 CNY more, but 40"
        + " replications tell that only to ±1,900 CNY; in 95 of 100 markets between 3,000 less and"
        + " 5,200 more.")
  }

  /// What is known of the best of several plans is the interval that holds for all of them at once.
  @Test func unclearForSeveralPlansAtOnce() {
    var leader = plan(120_000, 10_000, 520_000, error: 110_000)
    #expect(sentence([leader]).hasPrefix("“Plan C” earns 1,200 CNY more"))
    leader.simultaneous = Interval(center: 120_000, halfWidth: 130_000)
    #expect(sentence([leader]).hasPrefix("No plan is clearly better"))
  }

  @Test func whenItIsEarned() {
    #expect(
      sentence([plan(-160_000, 960_000, 590_000, 1_030_000)])
        == "“Plan C” earns 8,000 CNY more than “today”: 1,600 less within the year, 9,600 more"
        + " afterwards from customers and people who know us because of it; in 95 of 100 markets between"
        + " 5,900 and 10,300.")
    #expect(
      sentence([plan(500_000, -100_000, -20_000, 900_000)])
        == "“Plan C” earns 4,000 CNY more than “today” on average (5,000 more within the year,"
        + " 1,000 less afterwards), but not in every market: in 95 of 100 between 200 less and"
        + " 9,000 more, and more than “today” in 94 of 100.")
    #expect(
      sentence([plan(-300_000, -200_000, -900_000, -100_000)])
        == "No plan is better than “today”: the nearest, “Plan C”, earns 5,000 CNY less: 3,000 less"
        + " within the year, 2,000 less afterwards; in 95 of 100 markets between 1,000 and 9,000"
        + " less.")
  }

  /// 12,849 and 71,549 are 84,398: said to three digits, the larger part takes what rounding leaves.
  @Test func partsThatAreSaidAddUp() {
    #expect(
      sentence([plan(1_284_900, 7_154_900, 6_750_000, 9_990_000)])
        .contains("earns 84,400 CNY more than “today”: 12,800 more within the year, 71,600 more"))
    #expect(
      sentence([plan(7_154_900, 1_200, 6_750_000, 9_990_000)])
        .contains("earns 71,600 CNY more than “today”: all of it within the year; in"))
    #expect(
      sentence([plan(7_154_900, 0, 6_750_000, 9_990_000)])
        .contains("earns 71,500 CNY more than “today”; in 95"))
  }

  @Test(arguments: [
    (365, "the year"), (182, "the 26 weeks"), (60, "the 60 days"), (7, "the 7 days"),
  ])
  func theHorizonInWords(days: Int, words: String) {
    var headline = headline()
    headline.days = days
    #expect(
      headline.sentence(Verdict([plan(160_000, 960_000, 590_000, 1_630_000)]))
        .contains(": 1,600 more within \(words), "))
  }

  @Test func aLargeReductionIsSpelledOut() {
    var leader = plan(1_230_400, 981_200, 1_491_100, error: 50_000)
    leader.note = "72% off: 28% of the price remains"
    #expect(
      sentence([leader]).hasPrefix(
        "“Plan C” (72% off: 28% of the price remains) earns 12,300 CNY more than “today”"))
  }

  private func equal(_ name: String, _ value: Double, error: Double) -> Equal {
    Equal(
      plan: name,
      difference: Estimate(
        value: value, precision: Interval(center: value, halfWidth: error), prediction: nil))
  }

  /// Nobody has to take back what is said of two plans that the computation cannot tell apart.
  @Test func equalPlansAreSaid() {
    var leader = plan(1_230_400, 981_200, 1_491_100, error: 50_000)
    leader.equals = [equal("Plan D", 80_412, error: 151_234)]
    #expect(
      sentence([leader]).hasSuffix(
        "9,800 and 14,900; it can't be told from “Plan D” (800 ± 1,500 CNY more): take them for equal."
      ))
    leader.equals += [equal("E", 0, error: 0), equal("F", 1, error: 2), equal("G", 1, error: 2)]
    #expect(
      sentence([leader]).hasSuffix(
        "“Plan D” (800 ± 1,500 CNY more) or “E” (exactly the same in every replication) or two further: take them for equal."
      ))
    var average = plan(120_000, -300_000, 520_000, error: 50_000, chance: 0.71)
    average.equals = [equal("Plan D", 80_412, error: 151_234)]
    #expect(
      sentence([average]).hasSuffix(
        "in 71 of 100; it can't be told from “Plan D” (800 ± 1,500 CNY more): take them for equal.")
    )
  }

  /// 186,248 known to 66,123 where 10,000 was asked for, and no digits beyond that.
  @Test func aPrecisionThatWasMissedIsSaid() {
    var leader = plan(18_624_800, 626_400, 93_597_900, error: 6_612_300)
    #expect(sentence([leader]).contains("earns 190,000 CNY more"))
    leader.missed = MissedPrecision(
      asked: 1_000_000, reached: 6_612_300, needed: "about 2,800 draws")
    #expect(
      sentence([leader])
        == "“Plan C” earns 186,000 ± 66,000 CNY more than “today” (±10,000 CNY was asked for, about"
        + " 2,800 draws would do); in 95 of 100 markets between 6,000 and 936,000.")
    #expect(headline().short(.better(leader)).gain == "earns 186,000 ± 66,000 CNY more")
    var average = plan(18_624_800, -626_400, 93_597_900, error: 6_612_300, chance: 0.9)
    average.missed = MissedPrecision(asked: 1_000_000, reached: 6_612_300, needed: nil)
    #expect(
      sentence([average]).contains(
        "on average (±10,000 CNY was asked for, which would take thousands of replications), but not"
      ))
    var worse = plan(-18_624_800, -93_597_900, -626_400, error: 6_612_300, chance: 0)
    worse.missed = leader.missed
    #expect(
      sentence([worse]).contains(
        "earns 186,000 ± 66,000 CNY less (±10,000 CNY was asked for, about 2,800 draws would do); in"
      ))
  }

  @Test func theSame() {
    var same = plan(0, 0, 0, error: 0)
    #expect(
      sentence([same])
        == "No plan earns more than “today”: “Plan C” earns exactly the same in every replication.")
    same.isTheBaseline = true
    #expect(
      sentence([same])
        == "No plan earns more than “today”: “Plan C” does what it does, and earns exactly the same."
    )
  }

  /// Fractions of a cent that adding up in another order leaves are no difference.
  @Test func theSameToTheLastBits() {
    #expect(
      sentence([plan(0, -1e-9, 2e-9, error: 1e-9)])
        == "No plan earns more than “today”: “Plan C” earns exactly the same in every replication.")
  }

  @Test func asTheOnlyRival() {
    var headline = headline()
    headline.rivals = 1
    #expect(
      headline.sentence(Verdict([plan(-340_000, -520_000, -130_000, error: 50_000, chance: 0)]))
        == "“Plan C” earns 3,400 CNY less than “today”; in 95 of 100 markets between 1,300 and"
        + " 5,200 less.")
    #expect(
      headline.sentence(Verdict([plan(120_000, -300_000, 520_000, error: 190_000)]))
        .hasPrefix("Whether “Plan C” is better than “today” is not clear: it earns 1,200 CNY more,")
    )
    #expect(
      headline.sentence(Verdict([plan(0, 0, 0, error: 0)]))
        == "“Plan C” earns exactly what “today” earns in every replication.")
  }

  /// That replications agree is no proof that markets do: what was seen is said, and in how many.
  @Test(arguments: [(2, "both replications"), (6, "all 6 replications")])
  func whatEveryReplicationCameTo(_ count: Int, _ words: String) {
    let difference = Estimate(
      value: -1_810_000, precision: Interval(center: -1_810_000, halfWidth: 0),
      prediction: Interval(center: -1_810_000, halfWidth: 0), replications: count)
    #expect(
      sentence([Standing(plan: "Plan C", difference: difference, chanceHigher: 0)])
        == "No plan is better than “today”: the nearest, “Plan C”, earns 18,100 CNY less; it was the"
        + " same in \(words).")
  }

  @Test func baselineOnly() {
    #expect(
      sentence([])
        == "“today” earns 120,000 CNY in 365 days; in 95 of 100 markets between 110,000 and"
        + " 131,000.")
  }

  @Test func baselineOnlyAtALoss() {
    let headline = Headline(
      objective: .profit, currency: Currency(code: "CNY"), baseline: "today",
      level: Estimate(
        value: -500_000, precision: nil, prediction: Interval(low: -900_000, high: 100_000)),
      days: 30, played: "40 replications")
    #expect(
      headline.sentence(.alone)
        == "“today” loses 5,000 CNY in 30 days; in 95 of 100 markets it earns between −9,000 and"
        + " 1,000.")
  }

  @Test(arguments: [
    (Objective.orders, "“Plan C” brings 1,230 more orders than “today”"),
    (.acquired, "“Plan C” wins 1,230 more customers than “today”"),
  ])
  func otherObjectives(objective: Objective, start: String) {
    let text = sentence([plan(1_230, 981, 1_491, error: 50)], objective)
    #expect(text == "\(start); in 95 of 100 markets between 980 and 1,490.")
  }

  @Test func fewerOrders() {
    #expect(
      sentence([plan(-1_230, -1_491, -981, error: 50)], .orders)
        == "No plan is better than “today”: the nearest, “Plan C”, brings 1,230 fewer orders; in 95"
        + " of 100 markets between 980 and 1,490 fewer.")
  }

  @Test func revenueIsMoney() {
    #expect(
      sentence([plan(1_230_400, 981_200, 1_491_100, error: 50_000)], .revenue)
        == "“Plan C” brings 12,300 CNY more revenue than “today”; in 95 of 100 markets between"
        + " 9,800 and 14,900.")
  }

  @Test func aShareShortOfAllIsNotAll() {
    #expect(
      sentence([plan(120_000, -1_000, 520_000, error: 50_000, chance: 0.997)])
        .hasSuffix("in more than 99 of 100."))
  }
}
