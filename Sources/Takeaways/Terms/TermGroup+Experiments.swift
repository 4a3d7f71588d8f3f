extension TermGroup {
  package static let experiments = TermGroup(
    "What a test said",
    [
      Term("arm", "One of the ways that the units of a test are treated.", also: ["chosen"]),
      Term("control", "The arm that all others are compared with."),
      Term(
        "unit of a test", "Whoever is put into an arm by chance: mostly a person.",
        also: ["units", "units so far"]),
      Term("conversion", "Whether somebody ordered at all in the time that is counted."),
      Term("units expected", "Units an arm should have by the split that was planned."),
      Term("units with a value", "Units for which the metric is known."),
      Term("metric", "A figure of a unit that the test looks at.", also: ["metrics"]),
      Term("control's value", "The metric in the control."),
      Term("arm's value", "The metric in the arm."),
      Term("effect", "The arm's value less the control's."),
      Term(
        "relative", "The effect as a share of the control's value.",
        also: ["relative low", "relative high", "lift", "as lift"]),
      Term("standard error", "How far the effect would scatter from test to test."),
      Term("standard deviation", "How far single units differ."),
      Term("p", "The chance of so large an effect where there is none.", also: ["p-value"]),
      Term(
        "adjusted p",
        "The same where several arms or looks are counted, so that one of them does not win by"
          + " chance.",
        also: ["p adjusted by Holm", "p adjusted by Benjamini–Hochberg"]),
      Term(
        "permutation p", "The same by shuffling arms, for data that follow no common law."),
      Term(
        "prior standard deviation",
        "How large effects usually are, as it was said before the test."),
      Term("chance to be higher", "The chance that the arm is higher, given what was said before."),
      Term(
        "expected loss with the arm", "What is given up on average if the arm is chosen.",
        also: ["expected loss with the control", "expected loss where more is better"]),
      Term("method", "How the effect was computed.", also: ["relative method"]),
      Term("not estimable", "Why an effect is missing.", also: ["reason"]),
      Term("T²", "Hotelling's statistic of the differences in all metrics together."),
      Term(
        "F", "The statistic by which several effects are tested at once.",
        also: [
          "interaction F", "numerator degrees of freedom", "denominator degrees of freedom",
          "numerator df", "denominator df",
        ]),
      Term(
        "interaction p", "The chance of such differences between segments where there are none."),
    ])

  package static let designs = TermGroup(
    "What a test would need",
    [
      Term("what it rests on", "A figure the plan of a test is computed from."),
      Term("power", "The chance to find an effect that is there."),
      Term("chance to find", "The chance to find an effect of the size that was asked for."),
      Term(
        "detectable effect", "The smallest effect found with the power asked for.",
        also: ["detectable lift", "smallest effect found in"]),
      Term(
        "people in control", "People a test has in the control.",
        also: ["people in each other arm", "people in all", "people in the test"]),
      Term(
        "cluster", "Units that are put into an arm together, such as a shop's guests.",
        also: [
          "clusters within arms", "clusters with several arms", "clusters with one arm",
        ]),
      Term("intraclass correlation", "How alike the units of a cluster are, 0 to 1."),
      Term(
        "design effect", "How many times as many units are needed because clusters are alike."),
      Term(
        "effect there", "The effect in clusters that have several arms.",
        also: [
          "effect in these", "standard error there", "standard error in these",
        ]),
    ])

  package static let rehearsals = TermGroup(
    "Rehearsals of a test",
    [
      Term("rehearsal", "A test played in the simulated market, where the truth is known."),
      Term(
        "draw",
        "One set of values of the assumptions, each drawn from its range; all plans share it."),
      Term("right in", "In how many draws a plan is the one that earns the most."),
      Term("salt", "The number that decides who is in which arm of a rehearsal."),
      Term(
        "truth", "What the whole market would do differently if everybody were in the arm.",
        also: ["profit, truth", "profit, everybody in it"]),
      Term("estimate", "What a rehearsed test finds, on average."),
      Term(
        "interference", "What a test gets wrong because people in different arms meet.",
        also: ["bias by interference"]),
      Term(
        "sampling", "How far tests differ because of who is in which arm.",
        also: ["spread by sampling"]),
      Term("mean stated standard error", "The error that the tests say they have, on average."),
      Term(
        "opposes profit in", "How often the metric points the other way than profit does.",
        also: ["other sign than profit"]),
      Term("chosen in", "How often an arm is chosen."),
      Term("share of people", "The share of the test's people who are in an arm."),
      Term("rule", "When a test is looked at, and what ends it."),
      Term("false alarms", "How often a rule finds an effect where there is none."),
      Term("days until called", "Days until a rule ends the test."),
      Term("p-value against itself", "The p-value of arms that are treated alike."),
    ])

  package static let purchaseLogs = TermGroup(
    "What a purchase log says",
    [
      Term("model", "The law by which people buy, stay and leave."),
      Term("parameter", "A figure that a model is fitted by."),
      Term("order", "A customer's first order, or the later ones."),
      Term("number", "How many there are."),
      Term("average", "The mean of all."),
      Term("actual", "What really happened in the holdout."),
      Term("expected", "What a fitted model says of the same customers."),
      Term(
        "repeat purchases", "Purchases of a customer after the first, on other days than that one."),
      Term("before", "Repeat orders of a customer before the holdout."),
      Term("week from", "The first day of a week of the holdout."),
      Term(
        "BG/NBD",
        "The model in which customers buy at a rate of their own and may leave after any repeat order."
      ),
      Term(
        "MBG/NBD", "BG/NBD in which customers may leave after their first order, too."),
      Term(
        "Pareto/NBD",
        "The model in which customers buy at a rate of their own and may leave at any time."),
      Term(
        "BG/BB",
        "The model in which customers can buy once at each of certain times, such as once a year, and may"
          + " leave before any."),
      Term(
        "Gamma–Gamma", "The model in which every customer has an average order of their own."),
      Term(
        "holdout", "The end of a log, kept back to check forecasts made from what is before it."),
    ])
}
