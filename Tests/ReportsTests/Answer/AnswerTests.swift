import Charts
import Foundation
import Market
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct AnswerTests {
  private func result(_ objective: Objective = .profit, guardrails: [Guardrail]) async throws
    -> RunResult
  {
    var scenario = SmallTown.scenario(objective: objective)
    scenario.guardrails = guardrails
    scenario.stopping = StoppingRule(minimum: 8, maximum: 8)
    return try await SmallTown.result(scenario)
  }

  private func lines(_ answer: Answer, showsMore: Bool, width: Int = 100) -> [String] {
    answer.text(width: width, showsMore: showsMore, closing: ["Files in out."])
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func theFirstScreenIsAnAnswerAndOneTable() async throws {
    let result = try await SmallTown.played.value
    // What customers cost by channel was asked for by an option of its own.
    let answer = Answer(RunResult(result.comparison))
    #expect((2...3).contains(answer.sentences.count))
    #expect(answer.sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains(". ") })
    let lines = lines(answer, showsMore: false)
    #expect(lines[0].hasPrefix("“flyers” earns "))
    #expect(!lines.joined().contains("±"))
    #expect(lines.filter { $0.hasPrefix("─") }.count == 1)
    #expect(lines.suffix(3) == ["", "Files in out.", ""])
    for name in ["flyers", "today", "5 off, “second” visit"] {
      #expect(lines.contains { $0.hasPrefix(name) })
    }
    #expect(answer.tables[0].columns.count <= 8)
  }

  /// A question stands above the answer in every form of it, whatever it is written in.
  @Test func theQuestionStandsAboveTheAnswer() async throws {
    let provenance = Provenance(version: "0", scenario: .init(file: "town.yaml", bytes: []))
    for question in ["Do flyers pay?", "<b>优惠</b>" + String(repeating: "长", count: 80)] {
      var scenario = SmallTown.scenario()
      scenario.stopping = StoppingRule(minimum: 2, maximum: 2)
      let plain = try await SmallTown.result(scenario)
      scenario.question = question
      let asked = try await SmallTown.result(scenario)
      let bare = lines(Answer(plain), showsMore: true)
      let headed = lines(Answer(asked), showsMore: true)
      #expect(Array(headed.suffix(bare.count)) == bare)
      let above = headed.dropLast(bare.count)
      #expect(above.joined().filter { $0 != " " } == question.filter { $0 != " " })
      #expect(above.allSatisfy { $0.displayWidth <= 100 })
      let takeaway = asked.takeaway(provenance, command: "flywheel run town.yaml")
      let page = String(decoding: takeaway.page.bytes, as: UTF8.self)
      #expect(page.contains("<p class=\"question\">\(question.markup)</p><h1>"))
      let notebook = String(decoding: takeaway.notebook([]).bytes, as: UTF8.self)
      #expect(notebook.contains("> \(question.asMarkdown)\\n\\n# "))
      let words = try #require(asked.document(provenance, folder: "out", files: []).parsed)
      #expect(words["question"] as? String == question)
      let manifest = try #require(asked.files(provenance).last)
      let made = try #require(String(decoding: manifest.bytes, as: UTF8.self).parsed)
      #expect((made["scenario"] as? [String: Any])?["question"] as? String == question)
      #expect(try plain.document(provenance, folder: "out", files: []).parsed?["question"] == nil)
    }
  }

  @Test func moreShowsEveryTableAndThePrecisionLast() async throws {
    let result = try await SmallTown.played.value
    let lines = lines(Answer(result), showsMore: true)
    let precision = try #require(
      lines.firstIndex { $0.hasPrefix("How precisely this was computed: 30") })
    #expect(lines[precision - 1] == "")
    #expect(!lines[..<precision].joined().contains("±"))
    for name in ["office workers", "=students"] {
      #expect(lines.contains { $0.hasPrefix(name) })
    }
    #expect(lines.contains("What profit is made of"))
  }

  /// A planner who asks for more orders and for larger ones sees both; offers of one plan are told apart.
  @Test func moreTellsOrdersAndEachOffer() async throws {
    #expect(try await SmallTown.played.value.eachOfferTable == nil)
    var scenario = SmallTown.scenario()
    scenario.stopping = StoppingRule(minimum: 3, maximum: 3)
    var another = scenario.plans[2].offers[0]
    another.name = "another"
    scenario.plans[2].offers.append(another)
    let result = try await SmallTown.result(scenario)
    let plans = try CSVRows(result.plansTable.csv())
    for row in try CSVRows(result.ordersTable.csv()).rows {
      let plan = try #require(row["plan"])
      let mean = try #require(Double(row["mean order (EUR)"] ?? ""))
      let revenue = plans.sum("value", where: ["plan": plan, "measure": "revenue"])
      let orders = plans.sum("value", where: ["plan": plan, "measure": "orders"])
      #expect(abs(mean - revenue / orders) < 0.0051, "\(plan)")
    }
    let each = try CSVRows(try #require(result.eachOfferTable).csv())
    let offers = try CSVRows(result.offersTable.csv())
    #expect(each.rows.map { $0["offer"] } == ["second visit", "another"])
    for (shown, column) in [("offers noticed", "noticed"), ("redeemed", "redeemed")] {
      #expect(abs(each.sum(shown) - offers.sum(column)) <= 1.01, "\(shown)")
    }
  }

  /// Said without being asked for more: it was asked for with `--marginal`.
  @Test func whatCustomersCostByChannelIsShownWhereItWasStudied() async throws {
    let result = try await SmallTown.played.value
    let title = "What customers cost by channel"
    #expect(lines(Answer(result), showsMore: false).contains(title))
    #expect(!lines(Answer(RunResult(result.comparison)), showsMore: true).contains(title))
  }

  @Test(arguments: [60, 80, 100], [false, true])
  func noLineIsWiderThanTheTerminal(width: Int, showsMore: Bool) async throws {
    let text = try await Answer(SmallTown.played.value).text(width: width, showsMore: showsMore)
    let widest = text.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
    #expect(widest <= width)
  }

  /// All columns of the first table side by side, whatever plans are called.
  @Test func longNamesDoNotBreakTheTable() async throws {
    var scenario = SmallTown.scenario()
    scenario.stopping = StoppingRule(minimum: 3, maximum: 3)
    let long = "a plan that somebody described at length, with all it does"
    (scenario.plans[1].name, scenario.plans[2].name) = (long, "优惠券发给所有第二次光临的顾客，每人一张，当月有效")
    let answer = Answer(try await SmallTown.result(scenario))
    let table = answer.tables[0].text(width: 100)
    #expect(table.filter { $0.hasPrefix("─") }.count == 1)
    #expect(table.allSatisfy { $0.displayWidth <= 100 })
    // Where its lines break hangs on how wide the figures are.
    let shown = Set(table.joined(separator: " ").split(separator: " "))
    #expect(long.split(separator: " ").allSatisfy(shown.contains))
  }

  @Test func onlyATerminalIsToldToSetThingsOff() async throws {
    let answer = Answer(try await SmallTown.played.value)
    #expect(!answer.text().contains("\u{1B}"))
    #expect(answer.text(style: .coloured).hasPrefix("\u{1B}[1m“flyers”"))
  }

  /// The flyers cost 15 EUR on each of 40 days, and 2 EUR a day besides: 680 EUR.
  @Test func aBrokenGuardrailIsSaid() async throws {
    let limit = Guardrail(measure: .spend, bound: .atMost(1_000))
    let sentences = try await Answer(result(guardrails: [limit])).sentences
    #expect(
      sentences.last
        == "But it breaks a guardrail: spend is 680 EUR where at most 10 EUR was asked for; no plan"
        + " that is clearly better keeps every guardrail.")
  }

  @Test func anotherObjectiveSaysWhatHappensToProfit() async throws {
    let sentences = try await Answer(result(.acquired, guardrails: [])).sentences
    #expect(sentences[0].hasPrefix("“flyers” wins "))
    #expect(sentences[0].contains(" more customers than “today”; in 95 of 100 markets between "))
    #expect(sentences[2].hasPrefix("Its profit changes by +"))
    #expect(!sentences.contains { $0.hasPrefix("Mostly because") })
  }

  @Test func theBaselineAloneIsAnsweredToo() async throws {
    var scenario = SmallTown.scenario(plans: 1)
    scenario.stopping = StoppingRule(minimum: 4, maximum: 4)
    let result = try await SmallTown.result(scenario)
    let answer = Answer(result)
    #expect(answer.sentences.count == 2)
    #expect(answer.sentences[0].hasPrefix("“today” earns "))
    #expect(
      answer.sentences[0].contains(
        " afterwards from customers and people who then know us; in 95 of 100"))
    #expect(answer.computation.contains("The figure is exact to ±"))
    #expect(!answer.text().contains("against the baseline"))
  }
}

extension String {
  /// A JSON object.
  fileprivate var parsed: [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(utf8))) as? [String: Any]
  }
}
