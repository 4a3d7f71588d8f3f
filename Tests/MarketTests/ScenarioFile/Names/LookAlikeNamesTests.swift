import Documents
import Testing

@testable import Market

/// Names of one scenario that read as the same: refused where nobody sees how they differ, else warned of.
@Suite struct LookAlikeNamesTests {
  /// Another writing of `old one`, whether it is refused, and words of what is said.
  static let writings: [(String, Bool, String)] = [
    ("old\\u200B one", true, "characters that nobody sees"),
    ("old one\\uFEFF", true, "nobody sees"),
    ("old\\u00A0one", true, "spaces"), ("old  one", true, "spaces"), ("old one ", true, "spaces"),
    ("\\uFF4Fld one", false, "the width of letters"),
    ("Old one", false, "capital and small letters"),
    ("OLD\\u3000one", false, "spaces and in capital"),
  ]

  /// Blocks in which two things of one kind have names, `FIRST` and `SECOND`, and the path of the second.
  static let places: [(String, String)] = [
    (
      "segments: {FIRST: {share: 50%}, SECOND: {share: 50%}}\nevery segment:\n"
        + "  purchases: {average: 1.5 per month, variation: 80%}\n"
        + "  lapse: {average: 20%, variation: 60%}\n  basket: {average: 31 CNY, between customers: 40%,"
        + " within customers: 30%}\n", "segments."
    ),
    (
      "channels:\n  FIRST: {kind: offline, price: 0.6 CNY, reach: 5%, budget: 70 CNY per week}\n"
        + "  SECOND: {kind: offline, price: 0.6 CNY, reach: 5%, budget: 70 CNY per week}\n",
      "channels."
    ),
    (
      "coupons:\n  FIRST: {value: 1 CNY, window: day 1..30, attention: {chance: 40%}}\n"
        + "  SECOND: {value: 2 CNY, window: day 1..30, attention: {chance: 40%}}\n", "coupons."
    ),
    ("assumptions: {FIRST: 1..2, SECOND: 2..3}\n", "assumptions."),
    (
      "levers:\n  FIRST: {key: coupons.second visit.value, between: 1..2 CNY}\n"
        + "  SECOND: {key: coupons.second visit.value, between: 1..3 CNY}\n", "levers."
    ),
  ]

  private func problems(_ text: String) -> [DocumentProblem] {
    do {
      return try ScenarioFile(text).resolve().warnings.problems
    } catch {
      return error.problems
    }
  }

  private func check(
    _ problems: [DocumentProblem], _ writing: (String, Bool, String), at path: String,
    _ place: SourceLocation = #_sourceLocation
  ) {
    let found = problems.filter { $0.reason?.contains("differ only in") == true }
    #expect(found.count == 1, "\(problems)", sourceLocation: place)
    #expect(found.first?.severity == (writing.1 ? .error : .warning), sourceLocation: place)
    #expect(
      found.first?.reason?.hasPrefix("This name and `old one` differ only in ") == true
        && found.first?.reason?.contains(writing.2) == true, sourceLocation: place)
    #expect(found.first?.path.hasPrefix(path) == true, sourceLocation: place)
  }

  @Test(arguments: writings, places)
  func ofOneKind(_ writing: (String, Bool, String), _ place: (String, String)) {
    let block = place.0.replacing("FIRST", with: "\"old one\"")
      .replacing("SECOND", with: "\"\(writing.0)\"")
    var lines = Sample.text.split(separator: "\n", omittingEmptySubsequences: false)
    // What the sample has of this kind makes way.
    let key = block.prefix { $0 != ":" } + ":"
    if let start = lines.firstIndex(where: { $0 == key }) {
      let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
      lines.removeSubrange(start..<end)
    }
    let text = lines.joined(separator: "\n") + block
    check(problems(text), writing, at: place.1)
  }

  @Test(arguments: writings) func ofPlans(_ writing: (String, Bool, String)) {
    let text = Sample.text.replacing("name: today", with: "name: \"old one\"")
      .replacing("name: coupon", with: "name: \"\(writing.0)\"")
    check(problems(text), writing, at: "plans[1].name")
  }

  @Test(arguments: writings) func ofPlansInATable(_ writing: (String, Bool, String)) throws {
    let name = Document("\"\(writing.0)\"").root.flatMap { root in
      if case .scalar(let text) = root.content { text } else { nil }
    }
    // Spaces around a cell are not its.
    guard let name, name != "old one " else { return }
    let start = try #require(Sample.text.firstRange(of: "plans:\n"))
    let text = Sample.text[..<start.lowerBound] + "plans: plans.csv\n"
    let table = "name,channels.flyers.budget\nold one,70 CNY per week\n\(name),0\n"
    let found: [DocumentProblem]
    do {
      found = try ScenarioFile(String(text)).resolve(files: ["plans.csv": table]).warnings.problems
    } catch {
      found = error.problems
    }
    check(found, writing, at: "plans[1].name")
    #expect(found.contains { $0.cell == "A3" })
  }

  /// What a plan adds to the baseline's, and what is of another kind.
  @Test(arguments: writings) func acrossBlocks(_ writing: (String, Bool, String)) {
    let costs = Sample.text.replacing(
      "- name: today\n", with: "- name: today\n    fixed costs: {\"old one\": 3 CNY per day}\n")
    let coupon = "\"\(writing.0)\": {value: 10 CNY, orders: second"
    check(
      problems(costs + "    fixed costs: {\"\(writing.0)\": 4 CNY per day}\n"), writing,
      at: "plans[1].fixed costs.")
    // The same name is the same cost.
    #expect(
      !problems(costs + "    fixed costs: {\"old one\": 4 CNY per day}\n")
        .contains { $0.severity == .error })
    let offers =
      Sample.text.replacing("second visit: {value: 10 CNY, orders: second", with: coupon)
      + "    gifts: {\"old one\": {worth: 5 CNY, cost: 2 CNY, orders: every, window: day 1..30, attention:"
      + " {chance: 40%}}}\n"
    let found = problems(offers).filter { $0.reason?.contains("differ only in") == true }
    #expect(
      found.map(\.severity) == [writing.1 ? .error : .warning], "\(problems(offers))")
    #expect(found.first?.reason?.contains(writing.2) == true)
  }

  /// Composed or not, a name in YAML is one key: given twice.
  @Test func composedNames() {
    let plans = Sample.text.replacing("name: today", with: "name: \"caf\\u00E9\"")
      .replacing("name: coupon", with: "name: \"cafe\\u0301\"")
    #expect(
      problems(plans).map(\.reason) == [
        "This name and `café` differ only in how letters with accents are put together, which"
          + " nobody sees."
      ])
    let keys = Sample.text.replacing(
      "flyers:", with: "\"caf\\u00E9\": {kind: offline}\n  \"cafe\\u0301\":")
    #expect(problems(keys).contains { $0.reason?.hasPrefix("This key is given twice") == true })
  }

  /// A name that means another one, and only seems to be it.
  @Test func whatIsMeantIsSaid() {
    let text = Sample.text.replacing(
      "    coupons:\n", with: "    channels: {\"fly\\u200Bers\": {budget: 0}}\n    coupons:\n")
    let problem = problems(text).first
    #expect(
      problem?.reason
        == "There is no such channel. It differs from one only in characters that nobody sees.")
    #expect(problem?.suggestion == "flyers")
  }

  @Test func ofBonusHunters() {
    for name in ["bonus hunters", "Bonus  hunters"] {
      let text =
        Sample.text.replacing("students:", with: "\"\(name)\":")
        + "bonus hunters: {people: 9, accounts: 2, account cost: 3 CNY, smallest order: 10 CNY}\n"
      #expect(
        problems(text).contains {
          $0.reason == "The people of `bonus hunters` at the top are called that."
        }, "\(problems(text))")
    }
  }
}
