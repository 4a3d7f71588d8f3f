import Charts
import Documents
import Market
import Planning
import Statistics

extension RunResult {
  /// The report to open, keep and forward.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again.
  /// - Returns: The file.
  public func report(_ provenance: Provenance, command: String) -> OutputFile {
    Page(
      kicker: kicker, sentences: Answer(self).sentences, facts: facts,
      sections: [
        whichPlan, why, moneyBack, who, compared, assumed,
        .again(command, origin(provenance)),
      ].compactMap(\.self)
    ).file
  }

  var kicker: String {
    "\(scenario.name) · from \(scenario.start.iso), \(Readable.counted(scenario.horizon, "day")) ·"
      + " \(Readable.counted(scenario.plans.count, "plan")) · \(playedUnits)"
  }

  /// The plan the answer is about.
  var leader: Standing? { Verdict(standings).leader }

  private var facts: [Page.Fact] {
    guard let leader, let difference = comparison.plans[leader.place].difference else { return [] }
    var facts: [Page.Fact] = []
    facts.append(
      Page.Fact(
        value: "\(Readable.outOfHundred(difference.objective.chanceHigher))",
        words: "markets in which \(quoted(leader.plan)) is better"))
    if case .between(let estimate) = difference.costPerExtraCustomer.reading {
      facts.append(
        Page.Fact(
          value: Rounding([estimate.value], .money, currency).full(estimate.value),
          words: "per extra customer"))
    }
    if let day = difference.paidBack.day {
      facts.append(Page.Fact(value: "day \(day)", words: "what it advances is back"))
    }
    return facts
  }

  private var whichPlan: Page.Section? {
    guard let chart = differenceDots else { return nil }
    return Page.Section(
      "Which plan, and how sure?",
      [
        "Each dot is one of 50 equally likely markets. Where dots lie left of the line, the plan comes"
          + " to less than \(quoted(scenario.plans[0].name)), what we do now."
      ], chart)
  }

  private var why: Page.Section? {
    guard let leader, let chart = profitBridge(leader) else { return nil }
    return Page.Section(
      "Why?",
      [
        "From the profit of \(quoted(scenario.plans[0].name)) to that of \(quoted(leader.plan)), account by account."
      ],
      chart)
  }

  private var moneyBack: Page.Section? {
    guard let leader, let chart = cashFan(leader) else { return nil }
    return Page.Section(
      "When is the money back?",
      [
        "What \(quoted(leader.plan)) has brought in more than the baseline, day by day: the darker, the"
          + " likelier (50, 80 and 95 of 100 markets). What comes after the horizon is not in it."
      ], chart)
  }

  private var who: Page.Section? {
    guard let leader, let chart = peopleSquares(leader) else { return nil }
    return Page.Section(
      "Who comes because of it?", ["A square is one person in a hundred of a segment."], chart)
  }

  private var compared: Page.Section {
    Page.Section(
      comparedPlansTitle, comparedPlansNotes(leader: leader), body: Page.table(comparedPlans))
  }

  private var assumed: Page.Section {
    let words =
      assumptions.isEmpty
      ? "The scenario's figures are taken as exact: ranges are luck alone."
      : "What is not known: each lies in its range nine times of ten. Guesses are marked as such."
    return Page.Section(
      "What does it rest on?", [words, computation],
      body: assumptions.isEmpty ? "" : Page.table(assumptionsTable))
  }

  /// What has to be the same for the same bytes to come out again.
  func origin(_ provenance: Provenance) -> String {
    "Flywheel \(provenance.version), seed \(scenario.seed), \(provenance.scenario.file),"
      + " SHA-256 \(provenance.scenario.sha256)"
  }
}
