import Charts
import Documents
import Market
import Planning
import Statistics
import Takeaways

extension RunResult {
  /// The report to open, keep and forward, and the tables beside it.
  ///
  /// - Parameters:
  ///   - provenance: Where the result comes from.
  ///   - command: What gives it again.
  /// - Returns: All of it.
  func takeaway(_ provenance: Provenance, command: String) -> Takeaway {
    let fan = leader.flatMap { cashFan($0) }
    return Takeaway(
      kicker: kicker, question: scenario.question, sentences: Answer(self).sentences, facts: facts,
      sections: [
        whichPlan, why, moneyBack(fan), who, stay, come, nextMoney, compared, assumed,
      ].compactMap(\.self),
      tables: namedTables.map { sheet($0, fan) }, command: command, origin: origin(provenance))
  }

  var kicker: String {
    "\(scenario.name) · from \(scenario.start.iso), \(Readable.counted(scenario.horizon, "day")) ·"
      + " \(Readable.counted(scenario.plans.count, "plan")) · \(playedUnits)"
  }

  /// The plan the answer is about.
  var leader: Standing? { Verdict(standings).leader }

  /// The tables, each a file and a sheet; the same files whatever the scenario, if only with a header.
  var namedTables: [NamedTable] {
    var tables = [
      NamedTable("headline.csv", "Headline", headlineTable),
      NamedTable("plans.csv", "Plans", plansTable),
      NamedTable("comparison.csv", "Compared", comparisonTable),
      NamedTable("dots.csv", "Dots", dotsTable), NamedTable("why.csv", "Why", whyTable),
      NamedTable("daily.csv", "Daily", dailyTable), NamedTable("funnel.csv", "Funnel", funnelTable),
      NamedTable("segments.csv", "Segments", segmentsTable),
      NamedTable("channels.csv", "Channels", channelsTable),
      NamedTable("cohorts.csv", "Cohorts", cohortsTable),
      NamedTable("ledger.csv", "Ledger", ledgerTable),
      NamedTable("offers.csv", "Offers", offersTable),
    ]
    if !assumptions.isEmpty {
      tables.append(NamedTable("assumptions.csv", "Assumptions", assumptionsTable))
    }
    return tables
  }

  private var facts: [Takeaway.Fact] {
    guard let leader, let difference = comparison.plans[leader.place].difference else { return [] }
    var facts: [Takeaway.Fact] = []
    facts.append(
      Takeaway.Fact(
        value: shortBetterIn(leader.place),
        words:
          "\(difference.objective.estimate.isAlike ? "replications" : "markets") in which \(quoted(leader.plan)) is better"
      ))
    if let cost = difference.costPerExtraCustomer.costOfOneMore {
      facts.append(
        Takeaway.Fact(
          value: Rounding([cost], .money, currency).full(cost), words: "per extra customer"))
    }
    if let back = difference.paidBack.quotedDay {
      facts.append(
        Takeaway.Fact(
          value: "day \(back.day)",
          words: "what it advances is back on average; by the last day in"
            + " \(Readable.shortOutOfHundred(back.chance, least: least(difference))) markets"))
    }
    return facts
  }

  private var whichPlan: Takeaway.Section? {
    guard let chart = differenceDots else { return nil }
    return Takeaway.Section(
      "Which plan, and how sure?",
      [
        "Each dot is one of 50 equally likely markets. Where dots lie left of the line, the plan comes"
          + " to less than \(quoted(scenario.plans[0].name)), what we do now."
          + (leader.flatMap(dotsAlike) ?? "")
      ], chart, notebook: dotsNotebook)
  }

  /// Said where a plan's dots all lie in one place.
  private func dotsAlike(_ plan: Standing) -> String? {
    guard plan.difference.isAlike, !plan.isTheBaseline else { return nil }
    return
      " Those of \(quoted(plan.plan)) lie where it came to \(plan.difference.inAll): how far other markets"
      + " may lie from there, these do not tell."
  }

  private var why: Takeaway.Section? {
    guard let leader, let chart = profitBridge(leader) else { return nil }
    return Takeaway.Section(
      "Why?",
      [
        "From the profit of \(quoted(scenario.plans[0].name)) to that of \(quoted(leader.plan)), account by account."
      ],
      chart, notebook: whyNotebook(leader))
  }

  private func moneyBack(_ chart: Fan?) -> Takeaway.Section? {
    guard let leader, let chart else { return nil }
    return Takeaway.Section(
      "When is the money back?",
      [
        "What \(quoted(leader.plan)) has brought in more than the baseline, day by day: the darker, the"
          + " likelier (50, 80 and 95 of 100 markets). What comes after the horizon is not in it."
      ], chart, notebook: cashNotebook(leader))
  }

  private var who: Takeaway.Section? {
    guard let leader, let chart = peopleSquares(leader) else { return nil }
    return Takeaway.Section(
      "Who comes because of it?", ["A square is one person in a hundred of a segment."], chart,
      notebook: peopleNotebook(leader))
  }

  private var compared: Takeaway.Section {
    Takeaway.Section(
      comparedPlansTitle, comparedPlansNotes(leader: leader), comparedPlans)
  }

  private var assumed: Takeaway.Section {
    let words =
      assumptions.isEmpty
      ? "The scenario's figures are taken as exact: ranges are luck alone."
      : "What is not known: each lies in its range nine times of ten. Guesses are marked as such."
    let paragraphs = [words, leader.flatMap(afterTheHorizon), computation].compactMap(\.self)
    guard !assumptions.isEmpty else {
      return Takeaway.Section("What does it rest on?", paragraphs)
    }
    return Takeaway.Section("What does it rest on?", paragraphs, assumptionsTable)
  }

  /// What has to be the same for the same bytes to come out again.
  func origin(_ provenance: Provenance) -> String {
    "Flywheel \(provenance.version), seed \(scenario.seed)"
      + ([provenance.scenario] + provenance.others)
      .map { ", \($0.file), SHA-256 \($0.sha256)" }.joined()
  }
}

/// What a plan does to customers, and where they come from.
extension RunResult {
  private var stay: Takeaway.Section? {
    guard let leader, let chart = cohortMap(leader) else { return nil }
    return Takeaway.Section(
      "Do they stay?", ["Each row is the customers of one month: how many of them order again."],
      chart, notebook: cohortNotebook(leader))
  }

  private var come: Takeaway.Section? {
    guard let leader, let chart = sourceStages(leader) else { return nil }
    return Takeaway.Section(
      "How do they come?",
      ["By source under \(quoted(leader.plan)), with the share that gets from stage to stage."],
      chart, notebook: sourcesNotebook(leader))
  }

  private var nextMoney: Takeaway.Section? {
    guard let leader, let chart = nextCustomer(leader) else { return nil }
    return Takeaway.Section(
      "Where does the next \(currency.code) go?",
      ["From twin markets with a little more and a little less of each channel."], chart,
      notebook: nextNotebook(leader))
  }
}
