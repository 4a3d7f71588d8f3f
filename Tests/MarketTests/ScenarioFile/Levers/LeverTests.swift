import Documents
import Testing

@testable import Market

/// Figures of plans that are turned up and down: how they are named, found and written.
@Suite struct LeverTests {
  private let file = ScenarioFile(Sample.text)

  private func problem(_ text: String, known: [Lever] = []) -> LeverProblem? {
    do throws(LeverProblem) {
      let lever = try file.lever(text, known: known)
      _ = try LeverGrid(file, [lever], count: 3) { (changed) throws(ProblemReport) in
        try changed.resolve()
      }
      return nil
    } catch {
      return error
    }
  }

  @Test func aLeverIsAPlanAWayAndTwoEnds() throws {
    let lever = try file.lever(" coupon: coupons.second visit.value = 0..30 CNY ", known: [])
    #expect(lever.plan == "coupon" && lever.key == "coupons.second visit.value")
    #expect(lever.low == 0 && lever.high == 30 && lever.unit == "CNY")
    #expect(lever.settings(4).map(\.text) == ["0 CNY", "10 CNY", "20 CNY", "30 CNY"])
  }

  /// Three digits of the distance, and no value twice.
  @Test func valuesAreWrittenWithTheDigitsThatMatter() throws {
    func texts(_ ends: String, _ count: Int, decimals: Int? = nil) throws -> [String] {
      try file.lever("coupon: k=\(ends)", known: []).settings(count, decimals: decimals).map(\.text)
    }
    #expect(try texts("0%..50%", 3) == ["0%", "25%", "50%"])
    #expect(try texts("1..2 per month", 3) == ["1 per month", "1.5 per month", "2 per month"])
    #expect(try texts("0..1", 4) == ["0", "0.333", "0.667", "1"])
    #expect(try texts("0..100 CNY per day", 7)[1] == "16.7 CNY per day")
    #expect(try texts("1..3 days", 5, decimals: 0) == ["1 days", "2 days", "3 days"])
    #expect(try texts("-5..5", 3) == ["-5", "0", "5"])
  }

  @Test func levers() throws {
    let text =
      Sample.text + """
        levers:
          how much: {key: coupons.second visit.value, between: 5 CNY..15 CNY}
          how many: {plan: today, key: channels.flyers.budget, between: 0..100 CNY per day}

        """
    let resolved = try ScenarioFile(text).resolve()
    #expect(resolved.levers.map(\.name) == ["how much", "how many"])
    #expect(resolved.levers.map(\.plan) == ["coupon", "today"])
    // They change nothing until they are moved.
    #expect(resolved.scenario == (try Sample.resolve()))
    let other = try file.lever("how much=1 CNY..2 CNY", known: resolved.levers)
    #expect(other.plan == "coupon" && other.low == 1 && other.name == "how much")
    #expect(try file.lever("how many", known: resolved.levers) == resolved.levers[1])
  }

  @Test(arguments: [
    "{key: coupons.second visit.value, between: 5 CNY}": "A lever moves between two values.",
    "{key: coupons.second visit.value, between: 15..5 CNY}": "The low end lies above the high end.",
    "{key: coupons.second visit.value, between: 5..9 CNY uniform}":
      "A lever is moved, not drawn: `uniform` says nothing here.",
    "{plan: cupon, key: coupons.second visit.value, between: 5..9 CNY}":
      "There is no plan of this name.",
  ])
  func wrongLeversInAFile(block: String, reason: String) {
    let problems = Sample.problems(["plans:\n": "levers: {a: \(block)}\nplans:\n"])
    #expect(problems.contains { $0.reason == reason })
  }

  @Test func whatIsMeantIsSaid() {
    #expect(problem("coupon: coupons.second visit.value=0..30 CNY") == nil)
    #expect(
      problem("cupon: coupons.second visit.value=0..30 CNY")
        == .noSuchPlan("cupon", known: ["today", "coupon"], nearest: "coupon"))
    #expect(problem("how much") == .noSuchLever("how much", known: [], nearest: nil))
    #expect(
      problem("coupon: coupons.second visit=1..2 CNY")
        == .noFigure(
          key: "coupons.second visit", plan: "coupon",
          found: "this is a block: `value`, `orders`, `window`, `attention`"))
    #expect(
      problem("coupon: coupons.second visit.value.more=1..2 CNY")
        == .noFigure(
          key: "coupons.second visit.value.more", plan: "coupon",
          found: "`value` holds “10 CNY” and no keys"))
    guard case .refused(_, _, let reason)? = problem("coupon: coupons.second visit.vlaue=1..2 CNY")
    else {
      Issue.record("the key is mistyped")
      return
    }
    #expect(reason.contains("There is no such key."))
  }

  /// What is no lever is said, with what is expected and what was found.
  @Test(arguments: [
    "": "nothing says which figure to move", "=": "nothing says which figure to move",
    ":": "no plan with a colon", "=1..2 CNY": "nothing says which figure to move",
    "a=b": "no plan with a colon",
    "coupon coupons.second visit.value=1..2 CNY": "no plan with a colon",
    "coupon:=1..2 CNY": "no way to a key stands behind “coupon:”", "coupon:": "no way to a key",
    "coupon: coupons.second visit.value": "it has no two ends behind a “=”",
    "coupon: coupons.second visit.value=": "it has no two ends behind a “=”",
    "coupon: coupons.second visit.value 1..2 CNY": "it has no two ends behind a “=”",
  ])
  func formsThatAreNone(text: String, found: String) {
    let sentence = problem(text)?.sentence ?? ""
    #expect(sentence.hasPrefix("“\(text)” is no lever: \(found)"))
    #expect(
      sentence.hasSuffix(
        "such as “second visit, 10 off: coupons.second visit.value=0 CNY..30 CNY”."))
  }

  @Test(arguments: [
    "7": "A range has two ends.", "7 CNY": "A range has two ends.",
    "1e-12": "A range has two ends.",
    "1..": "A range has two ends.", "1..2..3": "A range has two ends.",
    "a..b": "It does not begin with a number.", "1 CNY..2 USD": "Both ends have the same unit.",
    "1-2 CNY": "A range has two ends. Perhaps 1..2 CNY?",
    "1 to 2 CNY": "A range has two ends. Perhaps 1..2 CNY?",
    "1e-3-2e-3 CNY": "A range has two ends. Perhaps 1e-3..2e-3 CNY?",
    "2e-1..1e-2 CNY": "The low end lies above the high end. Perhaps 1e-2..2e-1 CNY?",
    "5..5 CNY": "A lever moves between two values.",
    "1..2 CNY uniform":
      "A lever is moved, not drawn: `uniform` says nothing here. Perhaps 1..2 CNY?",
  ])
  func endsThatAreNone(ends: String, reason: String) {
    let sentence = problem("coupon: coupons.second visit.value=\(ends)")?.sentence ?? ""
    #expect(sentence.hasSuffix(": “\(ends)” is no two ends such as “0 CNY..30 CNY”. \(reason)"))
  }

  /// What a plan is called, or leaves out, is no figure; neither is a word.
  @Test(arguments: [
    "name": "this one holds “coupon”", "without": "this one holds names",
    "coupons": "this is a block: `second visit`",
    "name.more": "`name` holds “coupon” and no keys",
  ])
  func keysThatHoldNoFigure(key: String, found: String) {
    #expect(problem("coupon: \(key)=1..2") == .noFigure(key: key, plan: "coupon", found: found))
    let text = Sample.text.replacing(
      "plans:\n", with: "levers: {a: {key: \(key), between: 1..2}}\nplans:\n")
    let error = #expect(throws: ProblemReport.self) { try ScenarioFile(text).resolve() }
    #expect(error?.problems.map(\.path) == ["levers.a.key"])
  }

  @Test func wordsAreRefusedWithWhatBelongsThere() {
    guard
      case .refused(_, let value, let reason)? = problem("coupon: coupons.second visit.orders=1..2")
    else {
      Issue.record("a word is no figure")
      return
    }
    #expect(value == "1" && reason == "Write `first`, `second`, `repeats` or `every`.")
  }

  @Test func veryFineValuesAreNumbers() throws {
    let lever = try file.lever("coupon: coupons.second visit.lift=1e-12..3e-12", known: [])
    #expect(lever.low == 1e-12 && lever.high == 3e-12)
    #expect(lever.settings(3).map(\.number) == [1e-12, 2e-12, 3e-12])
    #expect(problem("coupon: coupons.second visit.lift=1e-12..3e-12") == nil)
  }

  /// Keys that take whole numbers or cents get them.
  @Test func keysGetValuesTheyAccept() throws {
    let uses = try file.lever("coupon: coupons.second visit.uses=1..5", known: [])
    let grid = try LeverGrid(file, [uses], count: 4) { (changed) throws(ProblemReport) in
      try changed.resolve()
    }
    #expect(grid.settings[0].map(\.text) == ["1", "2", "4", "5"])
    let money = try file.lever("coupon: coupons.second visit.value=0..1 CNY", known: [])
    let cents = try LeverGrid(file, [money], count: 8) { (changed) throws(ProblemReport) in
      try changed.resolve()
    }
    #expect(cents.settings[0][1].text == "0.14 CNY")
  }

  /// Beyond an end there may be nothing that the key takes.
  @Test func endsOfAKeyAreKnown() throws {
    func limits(_ text: String, _ count: Int = 4) throws -> [Bool] {
      let grid = try LeverGrid(file, [try file.lever(text, known: [])], count: count) {
        (changed) throws(ProblemReport) in try changed.resolve()
      }
      return [grid.isLimit[0].low, grid.isLimit[0].high]
    }
    #expect(try limits("coupon: coupons.second visit.value=0..30 CNY") == [true, false])
    #expect(try limits("coupon: coupons.second visit.value=5..30 CNY") == [false, false])
    #expect(try limits("coupon: coupons.second visit.value=0..1 CNY", 8) == [true, false])
    #expect(try limits("coupon: coupons.second visit.uses=1..5") == [true, false])
    #expect(try limits("coupon: coupons.second visit.uses=2..5") == [false, false])
    #expect(try limits("coupon: coupons.second visit.attention.chance=40%..100%") == [false, true])
  }

  /// A range, or the name of one, is what nobody chooses, wherever it stands.
  @Test func assumptionsAreFound() throws {
    let value = try file.lever("coupon: coupons.second visit.value=0..30 CNY", known: [])
    let lift = try file.lever("coupon: coupons.second visit.lift=1..5", known: [])
    #expect(file.assumption(at: value) == nil && file.assumption(at: lift) == nil)
    func held(_ written: String, _ assumptions: String = "") throws -> String? {
      let text =
        try file.setting("coupons.second visit.lift", to: written)
      var changed = text
      if !assumptions.isEmpty {
        changed.document.root = Document(assumptions + "\n" + Sample.text).root
        changed = try changed.setting("coupons.second visit.lift", to: written)
      }
      return changed.assumption(at: lift)?.text
    }
    #expect(try held("2..4") == "2..4")
    #expect(try held("2") == nil)
    #expect(try held("pull", "assumptions: {pull: 3..5}") == "3..5")
    #expect(try held("pull", "assumptions: {pull: {value: 3..5, basis: guess}}") == "3..5")
    #expect(try held("pull", "assumptions: {other: 3..5}") == nil)
  }

  /// Names may hold points and colons; values may stand where nothing stood.
  @Test func namesOfAnyKind() throws {
    let text = Sample.text.replacing("second visit:", with: "5.5 off: again:")
      .replacing("- name: coupon", with: "- name: \"a: b\"")
      .replacing("5.5 off: again:", with: "\"5.5 off: again\":")
    let file = ScenarioFile(text)
    let lever = try file.lever("a: b: coupons.5.5 off: again.value=1..3 CNY", known: [])
    #expect(lever.plan == "a: b")
    let changed = try file.setting([(lever, "3 CNY")]).resolve().scenario
    #expect(changed.plans[1].offers[0].terms as? Coupon == Coupon(.fixed(300)))
    let budget = try file.lever("a: b: channels.flyers.budget=1..3 CNY per day", known: [])
    let more = try file.setting([(budget, "3 CNY per day")]).resolve().scenario
    #expect(more.plans[1].channels[0].bought?.buying == .budget(300))
    #expect(more.plans[0] == (try file.resolve().scenario.plans[0]))
  }

  @Test func twoLeversAreOfOnePlan() throws {
    let coupon = try file.lever("coupon: coupons.second visit.value=0..30 CNY", known: [])
    let flyers = try file.lever("today: channels.flyers.budget=0..30 CNY per day", known: [])
    let both = try file.lever("coupon: channels.flyers.budget=0..30 CNY per day", known: [])
    func grid(_ levers: [Lever], _ count: Int) throws(LeverProblem) -> LeverGrid {
      try LeverGrid(file, levers, count: count) { (changed) throws(ProblemReport) in
        try changed.resolve()
      }
    }
    #expect(throws: LeverProblem.twoPlans("coupon", "today")) { try grid([coupon, flyers], 2) }
    #expect(throws: LeverProblem.twice(coupon.key)) { try grid([coupon, coupon], 2) }
    #expect(throws: LeverProblem.tooManyPoints(64, most: 63)) { try grid([coupon, both], 8) }
    let two = try grid([coupon, both], 3)
    #expect(two.points.map(\.places) == (0..<3).flatMap { a in (0..<3).map { [a, $0] } })
  }
}
