import Documents
import Market
import Testing

/// What an operator decides besides contacts and offers, in plans.
@Suite struct OperationTests {
  /// A market of two segments and a product; the first plan is the baseline.
  private static func text(_ baseline: String, _ plan: String, frame: String) -> String {
    func indented(_ text: String) -> String {
      text.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    }
    return """
      name: Noodle shop
      currency: CNY
      start: 2026-03-02
      horizon: 100 days
      people: 1000
      \(frame)
      product: {quality: 1, satisfaction spread: 0.5, iteration: {gain: 20%, saturation: 150, best: 2, cost: 3000 CNY}}
      every segment:
        cost of goods: 40%
        trial: {hazard: 2% per day, pause: 10 days}
        first purchase: {chance: 50%, reward effect: 2}
        feedback: {chance: 10%, tells: 1}
        purchases: {average: 1.5 per month, variation: 80%}
        lapse: {average: 20%, variation: 60%}
        basket: {average: 31 CNY, between customers: 40%, within customers: 30%}
      segments:
        students: {share: 50%, cost per order: 2 CNY}
        residents: {share: 50%, cost of goods: 30%}
      plans:
        - name: as today
      \(indented(baseline))
        - name: other
      \(indented(plan))

      """
  }

  private static func resolve(
    _ plan: String, over baseline: String = "", frame: String = "seed: 1"
  ) throws -> [Operations] {
    try ScenarioFile(text(baseline, plan, frame: frame)).resolve().scenario.plans.map(\.operations)
  }

  private static func problems(_ plan: String, over baseline: String = "") -> [DocumentProblem] {
    do {
      return try ScenarioFile(text(baseline, plan, frame: "seed: 1")).resolve().warnings.problems
    } catch {
      return error.problems
    }
  }

  @Test func whatAPlanDoesNotSayIsTheMarkets() throws {
    #expect(try Self.resolve("fixed costs: {wages: 5 CNY per day}")[0] == Operations())
  }

  @Test func theProductIsTheMarketsPlusWhatIsNamed() throws {
    let plans = try Self.resolve("product: {iteration: {gain: 30%, saturation: 150}}")
    #expect(plans[0].product == nil)
    let market = Product(
      quality: 1, satisfactionSpread: 0.5,
      iteration: Product.Iteration(every: 30, gain: 0.2, saturation: 150, best: 2, cost: 300_000))
    var expected = market
    expected.iteration?.gain = 0.3
    #expect(plans[1].product == expected)
    let both = try Self.resolve(
      "product: {satisfaction spread: 1}", over: "product: {quality: 1.5}")
    #expect(both[0].product?.quality == 1.5)
    #expect(both[1].product?.quality == 1.5)
    #expect(both[1].product?.satisfactionSpread == 1)
  }

  @Test func aSampleImprovesAsTheWholeMarketDoes() throws {
    let plans = try Self.resolve(
      "product: {iteration: {cost: 1000 CNY}}\nfixed costs: {wages: 300 CNY per day}",
      frame: "stands for: 10")
    #expect(plans[1].product?.iteration?.saturation == 15)
    #expect(plans[1].product?.iteration?.cost == 10_000)
    #expect(plans[1].fixedCosts == [FixedCost(name: "wages", perDay: 3_000)])
  }

  /// Every segment, segment, the baseline's two, the plan's two.
  @Test func layersOfServiceFollowEachOther() throws {
    let plans = try Self.resolve(
      """
      every segment: {cost of goods: 36%, trial: {pause: 5 days}}
      segments: {students: {participation cost: {time: 3 CNY}}}
      """,
      over: """
        every segment: {cost of goods: 38%, feedback: {chance: 50%}}
        segments: {residents: {cost of goods: 28%}}
        """)
    #expect(plans[0].services.map(\.costShare) == [0.38, 0.28])
    #expect(plans[1].services.map(\.costShare) == [0.36, 0.36])
    #expect(plans[1].services.map(\.costPerOrder) == [200, 0])
    #expect(plans[1].services.map(\.feedback.probability) == [0.5, 0.5])
    #expect(plans[1].services.map(\.feedback.influence) == [1, 1])
    #expect(
      plans[1].services.map(\.trial) == Array(repeating: Trial(hazard: 0.02, pause: 5), count: 2))
    #expect(plans[0].services.map(\.trial.pause) == [10, 10])
    #expect(plans[1].services.map(\.participation.time) == [300, 0])
    // A chance of 50 % has log-odds 0.
    #expect(
      plans[1].services.map(\.decision)
        == Array(repeating: FirstPurchase(gain: 2, rateOfThoseWon: 0.5), count: 2))
  }

  @Test func servicesAreGivenWhereOneDiffers() throws {
    let plans = try Self.resolve("segments: {residents: {cost per order: 1 CNY}}")
    #expect(plans[0].services.isEmpty)
    #expect(plans[1].services.map(\.costPerOrder) == [200, 100])
    let trained = try Self.resolve("segments: {students: {first purchase: {chance: 60%}}}")
    #expect(abs((trained[1].services.first?.decision.intercept ?? 0) - 0.4054651081081644) < 1e-12)
  }

  @Test func pricesRiseAndFall() throws {
    let plans = try Self.resolve(
      "prices: {change: 5%, purchases: −4%}", over: "prices: {change: -10%, purchases: 8%}")
    #expect(plans[0].prices == PriceChange(change: -0.1, purchases: 0.08))
    #expect(plans[1].prices == PriceChange(change: 0.05, purchases: -0.04))
    #expect(Self.problems("prices: {change: 5%, purchases: 0}").isEmpty)
    let silent = Self.problems("prices: {change: 5%}")
    #expect(silent.map(\.path) == ["plans[1].prices.change"])
    #expect(silent.map(\.severity) == [.warning])
    // Said once, where it stands.
    let inherited = Self.problems(
      "fixed costs: {wages: 3 CNY per day}", over: "prices: {change: 5%}")
    #expect(inherited.map(\.path) == ["plans[0].prices.change"])
    #expect(Self.problems("prices: {change: -100%}").map(\.path) == ["plans[1].prices.change"])
  }

  /// A mistyped key is one problem, not also a demand that does not answer.
  @Test func oneSlipIsOneProblem() {
    let problems = Self.problems("prices: {change: 5%, purchase: -4%}")
    #expect(problems.map(\.path) == ["plans[1].prices.purchase"])
  }

  @Test(arguments: [
    "share: 30%", "begin as: customers", "aware at start: 5%", "today's customers: base.csv",
    "purchases: {average: 3 per month}", "lapse: {average: 3%}", "basket: {average: 40 CNY}",
    "awareness: {organic: 1% per day}", "reward habit: {weight: 10%}", "payer: {share: 10%}",
  ])
  func whoPeopleAreIsNoPlansToChange(_ key: String) {
    let name = key.prefix { $0 != ":" }
    for (plan, path) in [
      ("segments: {students: {\(key)}}", "segments.students."),
      ("every segment: {\(key)}", "every segment."), (key, ""),
    ] {
      let problems = Self.problems(plan)
      #expect(problems.map(\.path) == ["plans[1].\(path)\(name)"])
      #expect(problems.first?.reason == "A plan changes what you do, not who people are.")
    }
  }

  @Test func segmentsArePeopleToo() {
    let problems = Self.problems("segments: {student: {cost of goods: 30%}}")
    #expect(problems.map(\.path) == ["plans[1].segments.student"])
    #expect(problems[0].suggestion == "students")
  }

  @Test func theBestQualityLiesAboveThatOfThePlan() {
    let problems = Self.problems("product: {quality: 3}")
    #expect(problems.map(\.path) == ["plans[1].product.quality"])
    let inherited = Self.problems(
      "fixed costs: {wages: 3 CNY per day}", over: "product: {quality: 3}")
    #expect(inherited.map(\.path) == ["plans[0].product.quality"])
  }

  @Test func fixedCostsAreAmountsPerPeriod() {
    let problems = Self.problems("fixed costs: {wages: 300 CNY}")
    #expect(problems.map(\.path) == ["plans[1].fixed costs.wages"])
    #expect(problems[0].suggestion == "300 CNY per day")
    #expect(Self.problems("fixed costs: 300 CNY per day").map(\.path) == ["plans[1].fixed costs"])
  }
}
