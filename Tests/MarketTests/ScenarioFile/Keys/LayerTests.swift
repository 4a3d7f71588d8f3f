import Documents
import Market
import Testing

/// What is described once and changed key by key: every segment, channels and coupons.
@Suite struct LayerTests {
  @Test func aPlanChangesAChannelKeyByKey() throws {
    let scenario = try Sample.resolve([
      "- name: coupon":
        "- name: coupon\n    channels:\n      flyers: {price: 1.2 CNY, days: day 2..3}"
    ])
    let (described, changed) = (scenario.plans[0].channels[0], scenario.plans[1].channels[0])
    #expect(described.bought?.price == 60)
    #expect(described.days == 0..<100 && described.isOpenEnded)
    var expected = described
    expected.bought?.price = 120
    expected.days = 1..<3
    expected.isOpenEnded = false
    #expect(changed == expected)
  }

  @Test func contactsReplaceABudget() throws {
    let scenario = try Sample.resolve([
      "- name: coupon": "- name: coupon\n    channels: {flyers: {contacts: 500 per day}}"
    ])
    #expect(scenario.plans[0].channels[0].bought?.buying == .budget(1_000))
    #expect(scenario.plans[1].channels[0].bought?.buying == .contacts(500))
  }

  @Test func aCouponIsUsedByThePlansThatNameIt() throws {
    let scenario = try Sample.resolve([
      "channels:":
        """
      coupons:
        third visit: {value: 5%, orders: repeats, window: day 1..9, automatic: yes, lift: 2}
      channels:
      """,
      "- name: today": "- name: today\n  - name: five\n    coupons: {third visit: }",
      "second visit: {": "third visit: {value: 7 CNY}\n      second visit: {",
    ])
    #expect(
      scenario.plans.map { $0.offers.map(\.name) } == [
        [], ["third visit"], ["third visit", "second visit"],
      ])
    #expect(scenario.plans[1].offers[0].terms as? Coupon == Coupon(.percent(0.05)))
    #expect(scenario.plans[2].offers[0].terms as? Coupon == Coupon(.fixed(700)))
    #expect(scenario.plans[2].offers[0].effect == .lift(2))
    #expect(scenario.plans[2].offers[0].participation == .automatic)
  }

  @Test func asegmentTakesOverWhatHoldsForEverySegment() throws {
    let scenario = try Sample.resolve([
      "segments:":
        """
      every segment:
        purchases: {average: 3 per week, variation: 50%}
        feedback: {chance: 10%, tells: 2}
        cost per order: 2 CNY
      segments:
        residents:
          share: 25%
          begin as: customers
          purchases: {average: 1 per week}
          feedback: {tells: 3}
          lapse: {average: 20%, variation: 60%}
          basket: {average: 31 CNY, between customers: 40%, within customers: 30%}
      """,
      "begin as: customers\n    purchases: {average: 1.5 per month, variation: 80%}":
        "share: 75%\n    begin as: customers\n    purchases: {r: 0.5, alpha: 1 week}",
    ])
    let (residents, students) = (scenario.market.segments[0], scenario.market.segments[1])
    // The average is the segment's, the variation everybody's: r = 1/0.5², α = r/mean.
    #expect(residents.purchases.shape == 4)
    #expect(abs(residents.purchases.rate - 28) < 1e-12)
    #expect(residents.feedback == Feedback(probability: 0.1, influence: 3))
    #expect(residents.baskets.costPerOrder == 200)
    // A fitted form replaces the averages altogether.
    #expect(students.purchases.shape == 0.5)
    #expect(students.purchases.rate == 7)
    #expect(students.feedback == Feedback(probability: 0.1, influence: 2))
    #expect([residents.size, students.size] == [250, 750])
  }

  @Test func aProblemInADescriptionIsReportedOnce() {
    let problems = Sample.problems(["price: 0.6 CNY": "price: 0.6 CYN"])
    #expect(problems.map(\.path) == ["channels.flyers.price"])
  }
}
