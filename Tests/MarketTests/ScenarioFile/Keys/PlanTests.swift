import Documents
import Market
import Testing

/// A plan is the baseline plus what it names.
@Suite struct PlanTests {
  /// The sample with a baseline that buys flyers, gives a coupon and pays wages.
  static func resolve(_ plan: String, described: String = "") throws -> [Plan] {
    try ScenarioFile(text(plan, described: described)).resolve().scenario.plans
  }

  static func problems(_ plan: String, described: String = "") -> [DocumentProblem] {
    do {
      return try ScenarioFile(text(plan, described: described)).resolve().warnings.problems
    } catch {
      return error.problems
    }
  }

  static func text(_ plan: String, described: String) -> String {
    """
    name: Noodle shop
    currency: CNY
    start: 2026-03-02
    horizon: 100 days
    people: 1000
    segments:
      students:
        begin as: customers
        purchases: {average: 1.5 per month, variation: 80%}
        lapse: {average: 20%, variation: 60%}
        basket: {average: 31 CNY, between customers: 40%, within customers: 30%}
    channels:
      flyers: {kind: offline, price: 0.6 CNY, reach: 5%}
      posters: {kind: offline, price: 1 CNY, reach: 2%}
    coupons:
      second visit: {orders: second, window: day 1..30, attention: {chance: 40%}, lift: 2}
      third visit: {value: 8 CNY, orders: repeats, window: day 1..40, automatic: yes}
    \(described)
    plans:
      - name: as today
        channels:
          flyers: {budget: 10 CNY per day, days: day 1..20}
        coupons:
          second visit: {value: 5 CNY}
          rainy days: {value: 10%, orders: every, window: day 5..9, automatic: yes}
        fixed costs: {wages: 300 CNY per day}
      - name: other
    \(plan.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))

    """
  }

  @Test func whatAPlanDoesNotNameIsTheBaselines() throws {
    let plans = try Self.resolve("channels: {posters: {budget: 20 CNY per day}}")
    #expect(plans[1].channels[0] == plans[0].channels[0])
    #expect(plans[1].channels[0].bought?.buying == .budget(1_000))
    #expect(plans[0].channels[1].bought?.buying == .budget(0))
    #expect(plans[1].channels[1].bought?.buying == .budget(2_000))
    #expect(plans[1].offers == plans[0].offers)
    #expect(plans[1].operations == plans[0].operations)
    #expect(plans[1].operations.fixedCosts == [FixedCost(name: "wages", perDay: 30_000)])
  }

  /// Description, baseline, plan: the last one that gives a key wins.
  @Test func theSameNameChangesKeyByKey() throws {
    let plans = try Self.resolve(
      """
      channels: {flyers: {budget: 30 CNY per day}}
      coupons:
        second visit: {lift: 4}
        rainy days: {value: 2 CNY}
      fixed costs: {wages: 200 CNY per day, rent: 50 CNY per day}
      """)
    #expect(plans[1].channels[0].bought?.buying == .budget(3_000))
    #expect(plans[1].channels[0].days == 0..<20)
    #expect(plans[1].channels[0].bought?.price == 60)
    let (before, after) = (plans[0].offers[0], plans[1].offers[0])
    #expect(before.effect == .lift(2) && after.effect == .lift(4))
    #expect([before, after].allSatisfy { $0.terms as? Coupon == Coupon(.fixed(500)) })
    #expect(plans[1].offers[1].terms as? Coupon == Coupon(.fixed(200)))
    #expect(plans[1].offers[1].window == 4..<9)
    #expect(
      plans[1].operations.fixedCosts == [
        FixedCost(name: "wages", perDay: 20_000), FixedCost(name: "rent", perDay: 5_000),
      ])
  }

  @Test func newNamesComeAfterTheBaselines() throws {
    let plans = try Self.resolve(
      """
      coupons:
        late: {value: 1 CNY, orders: repeats, window: day 90..99, automatic: yes}
        third visit:
        rainy days: {value: 2 CNY}
      """)
    let names = ["second visit", "rainy days", "late", "third visit"]
    #expect(plans[1].offers.map(\.name) == names)
    // A name with nothing under it is what is described.
    #expect(plans[1].offers[3].terms as? Coupon == Coupon(.fixed(800)))
    #expect(plans[0].offers.map(\.name) == ["second visit", "rainy days"])
  }

  @Test func withoutLeavesOut() throws {
    let plans = try Self.resolve("without: [flyers, second visit, wages]")
    #expect(plans[1].channels.map(\.name) == ["flyers", "posters"])
    #expect(plans[1].channels[0].bought?.buying == .budget(0))
    #expect(plans[1].offers.map(\.name) == ["rainy days"])
    #expect(plans[1].operations == Operations())
    let one = try Self.resolve("without: rainy days")
    #expect(one[1].offers.map(\.name) == ["second visit"])
  }

  @Test func aPlanLikeTheBaselineIsWarnedOf() {
    let changes = "This plan changes nothing: it does what the baseline does."
    let unused = ["channels.posters", "coupons.third visit"]
    for plan in [
      "channels: {flyers: {budget: 10 CNY per day}}", "coupons: {second visit: }",
      "fixed costs: {wages: 300 CNY per day}", "prices: {change: 0%}",
      "product: {quality: 0}", "segments: {students: {cost of goods: 0%}}",
    ] {
      let problems = Self.problems(plan)
      #expect(problems.map(\.path) == unused + ["plans[1].name"], "\(plan)")
      #expect(problems.last?.reason == changes)
      #expect(problems.allSatisfy { $0.severity == .warning })
    }
  }

  @Test func onlyWhatTheBaselineDoesCanBeLeftOut() {
    let near = Self.problems("without: [flyer]")
    #expect(near.map(\.path) == ["plans[1].without[0]"])
    #expect(near[0].suggestion == "flyers")
    let described = Self.problems("without: third visit")
    #expect(described.map(\.path) == ["plans[1].without"])
    #expect(
      described[0].rule == "Leave out `flyers`, `second visit`, `rainy days` or `wages`.")
    let both = Self.problems("without: [flyers]\nchannels: {flyers: {reach: 1%}}")
    #expect(both.map(\.path) == ["plans[1].channels.flyers"])
    let baseline = Sample.problems(["- name: today": "- name: today\n    without: [flyers]"])
    #expect(baseline.map(\.path) == ["plans[0].without"])
  }

  @Test func whatIsWrongWithTheBaselinesIsReportedThere() {
    let plan = "channels: {flyers: {budget: 30 CNY per day}}"
    let problems = Self.problems(plan + "\ncoupons: {rainy days: {lift: 2}}")
    #expect(problems.allSatisfy { $0.severity == .warning })
    let text = Self.text(plan + "\ncoupons: {rainy days: {lift: 2}}", described: "")
      .replacing("value: 10%, orders: every, ", with: "")
    let report = #expect(throws: ProblemReport.self) { try ScenarioFile(text).resolve() }
    #expect(
      report?.errors.map(\.path) == [
        "plans[0].coupons.rainy days.value", "plans[0].coupons.rainy days.orders",
      ])
  }

  /// The starting point of the case in which plans of an empty baseline did not repeat its flyers.
  @Test func plansInheritTheFlyersOfTheBaseline() throws {
    let starter = ScenarioFile.starter.replacing(
      "- name: as today", with: "- name: as today\n    channels: {flyers: {budget: 60 CNY per day}}"
    )
    let flyers = """
      channels:
        flyers: {kind: offline, price: 0.5 CNY, reach: 4%, days: day 1..60, fixed cost: 100 CNY per day}
      """
    let empty = "  - name: flyers\n    channels: {flyers: {budget: 60 CNY per day}}\n"
    let resolved = try ScenarioFile(starter + empty + flyers).resolve()
    let plans = resolved.scenario.plans
    #expect(plans.count == 5)
    #expect(plans.allSatisfy { $0.channels == plans[0].channels })
    #expect(plans[0].channels[0].bought?.buying == .budget(6_000))
    #expect(resolved.warnings.problems.map(\.path) == ["plans[4].name"])
  }
}
