import Documents
import Testing

@testable import Market

/// What no market comes near is refused in words when the scenario is read, and never played.
@Suite struct ExtremesTests {
  private static let rate = "1.5 per month"
  private static let basket = "31 CNY"

  private func error(
    _ changes: KeyValuePairs<String, String>
  ) throws -> DocumentProblem {
    try #require(Sample.problems(changes).first { $0.severity == .error })
  }

  /// As many as people can be, and no more.
  @Test(arguments: [(1_000_000, false), (1_000_001, true)])
  func huntersWithTooManyAccountsAreRefused(_ people: Int, _ isRefused: Bool) {
    let hunters =
      "bonus hunters: {people: \(people), accounts: 1000, account cost: 3 CNY, smallest order: 9 CNY}"
    let problems = Sample.problems(["plans:": "\(hunters)\nplans:"])
    let about = problems.filter { $0.path == "bonus hunters.accounts" }
    #expect(about.map(\.severity) == [isRefused ? .error : .warning])
  }

  /// Hunters never order again, whatever lifts purchases: what is in proportion for people is not held against their
  /// smallest order.
  @Test(arguments: ["0 CNY", "0.01 CNY"])
  func huntersOrdersAreNobodysHabits(_ order: String) {
    let hunters =
      "bonus hunters: {people: 10, accounts: 4, account cost: 1 CNY, smallest order: \(order)}\n"
      + "gifts:\n  toy: {cost: 5 CNY, worth: 20 CNY, orders: every, window: day 1..20, attention: {chance: 50%}, lift: 3}\n"
    let problems = Sample.problems([
      "plans:": "\(hunters)plans:", "    coupons:\n": "    gifts: {toy: }\n    coupons:\n",
    ])
    #expect(problems.isEmpty)
  }

  @Test(arguments: ["1 CNY", "1000000 CNY", "900000000 CNY"])
  func largeBasketsArePlayed(_ basket: String) {
    #expect(!Sample.problems([Self.basket: basket]).contains { $0.severity == .error })
  }

  /// 1,000 people with 26 orders of 10¹⁴ minor units in 30 replications are 8·10¹⁹, past 2⁶³.
  @Test func moneyThatCannotBeCountedIsRefused() throws {
    let problem = try error([Self.basket: "1000000000000 CNY"])
    #expect(problem.path == "segments.students.basket")
    #expect(problem.reason?.contains("than is counted to the last minor unit") == true)
    #expect(problem.rule?.contains("`stands for`") == true)
  }

  @Test(arguments: ["lift: 1000000000000", "daily multipliers: 100000"])
  func offersPastAllProportionAreRefused(_ key: String) throws {
    let problem = try error(["attention: {chance: 40%}": "attention: {chance: 40%}, \(key)"])
    #expect(problem.rule?.isEmpty == false)
  }

  @Test(arguments: ["10000 per day", "900000000000000 per year"])
  func customersWhoBuyAllTheTimeAreRefused(_ rate: String) throws {
    let problem = try error([Self.rate: rate])
    #expect(problem.path == "segments.students.purchases")
    #expect(problem.reason?.contains("nobody does") == true)
  }

  /// At the far end of what is not known, where the median is sound.
  @Test func drawsAreHeldAgainstTheSameBounds() throws {
    let text = Sample.text.replacing(Self.rate, with: "1..100000 per day uniform")
    let file = ScenarioFile(text.replacing("people: 1000", with: "people: 10"))
    #expect(throws: ProblemReport.self) { try file.resolve().scenarios(draws: 32) }
  }

  @Test func eventsCountForAsLongAsTheyLast() throws {
    func season(_ days: String, _ factor: String) -> KeyValuePairs<String, String> {
      ["discount:": "season: {events: {fair: {days: \(days), purchases: \(factor)}}}\ndiscount:"]
    }
    #expect(!Sample.problems(season("day 3..4", "2000%")).contains { $0.severity == .error })
    #expect(try error(season("day 3..4", "9000000%")).path == "segments.students.purchases")
  }

  @Test func aProductOutOfAllProportionIsRefused() throws {
    let problem = try error([
      "discount:":
        "product: {iteration: {every: 2 months, gain: 15%, saturation: 1, best: 256}}\ndiscount:",
      "variation: 80%}": "variation: 80%, satisfaction effect: 0.2}",
    ])
    #expect(problem.path == "segments.students.purchases")
    #expect(problem.rule?.contains("`best`") == true)
  }

  @Test(arguments: [
    "budget: 1000000000 CNY per day", "contacts: 1000000000 per day",
    "budget: 70 CNY per week, inflation: 0% per year, fixed cost: 999999999999 CNY per day",
  ])
  func spendingOutOfAllProportionIsRefused(_ key: String) throws {
    let problem = try error(["budget: 70 CNY per week": key])
    #expect(problem.reason?.isEmpty == false && problem.rule?.isEmpty == false)
  }

  @Test(arguments: ["1e-300 CNY", "1e-20 CNY", "1e-13 CNY"])
  func pricesOfNothingAreRefused(_ price: String) throws {
    #expect(try error(["price: 0.6 CNY": "price: \(price)"]).path.hasPrefix("channels.flyers"))
  }

  @Test(arguments: [
    "1e300 CNY", "1e16 CNY", "99999999999999999999999999 CNY", "NaN CNY", "inf CNY", "-1 CNY",
  ])
  func figuresThatAreNoneAreRefused(_ amount: String) throws {
    #expect(try error([Self.basket: amount]).path == "segments.students.basket.average")
  }

  /// The sample's second plan has one of its own besides.
  @Test(arguments: [(99, true), (100, false), (300, false), (5_000, false)])
  func couponsHaveALimitThatIsSaid(_ count: Int, _ isFine: Bool) throws {
    let coupon = "{value: 1 CNY, orders: second, window: day 1..9, attention: {chance: 1%}}"
    let many = (0..<count).map { "c\($0): \(coupon)" }.joined(separator: ", ")
    let problems = Sample.problems(["today\n": "today\n    coupons: {\(many)}\n"])
    let tooMany = problems.first { $0.reason?.hasSuffix("this is the first too many.") == true }
    #expect((tooMany == nil) == isFine)
    if let tooMany { #expect(tooMany.rule?.hasPrefix("A plan has at most 100 coupons") == true) }
  }

  @Test func rangesHaveALimitThatIsSaid() throws {
    func costs(_ count: Int) -> KeyValuePairs<String, String> {
      let many = (0..<count).map { "c\($0): 1..2 CNY per day" }.joined(separator: ", ")
      return ["today\n": "today\n    fixed costs: {\(many)}\n"]
    }
    #expect(!Sample.problems(costs(20)).contains { $0.severity == .error })
    #expect(try error(costs(1_000)).reason?.contains("the first too many") == true)
  }

  @Test func assumptionsHaveALimitThatIsSaid() throws {
    let many = (0..<2_000).map { at in
      let others = (max(0, at - 20)..<at).map { "a\($0): 0.01" }.joined(separator: ", ")
      return "a\(at): {value: 1%..2%, moves with: {\(others)}}"
    }.joined(separator: ", ")
    #expect(
      try error(["discount:": "assumptions: {\(many)}\ndiscount:"]).rule == "Give at most 300.")
  }

  /// Nobody reads more; and what is meant is looked for while it helps.
  @Test(arguments: ["key", "nmae", "name"])
  func unknownKeysByTheThousand(_ stem: String) {
    let more = (0..<20_000).map { "\(stem)\($0): 1\n" }.joined()
    let problems = Sample.problems(["name: Noodle shop\n": "name: Noodle shop\n\(more)"])
    #expect(problems.count { $0.reason == "There is no such key." } == 20_000)
    // As much as one of them says.
    #expect(problems[0].rule != nil || problems[0].suggestion != nil)
  }

  @Test func multipliersOfAWindowWhoseDaysAreNotKnown() {
    let problems = Sample.problems([
      "horizon: 100 days": "horizon: soon", "window: day 1..30": "window: day 1..999999",
      "attention: {chance: 40%}": "attention: {chance: 40%}, daily multipliers: 2",
    ])
    #expect(problems.contains { $0.path == "horizon" })
  }
}
