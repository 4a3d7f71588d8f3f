extension TermGroup {
  package static let market = TermGroup(
    "The market and how it is played",
    [
      Term(
        "market",
        "The people of a scenario and what they do, played once from the first day to the last."),
      Term(
        "horizon",
        "The days that are played with every plan as it is written, from day 1 to the last."),
      Term(
        "replication",
        "One playing of the market with luck of its own; the same number of replications is played"
          + " for every plan.",
        also: ["replications"]),
      Term(
        "twin",
        "The same simulated customer with the same luck under another plan, so that what differs"
          + " is what the plan did.",
        also: ["twins", "twin markets"]),
      Term(
        "dots below it",
        "In a chart of equally likely markets: how many dots the dot of this one stands on.",
        also: ["height"]),
      Term(
        "expected loss",
        "What a plan comes to less than the baseline on average over all markets, those in which it is"
          + " better counted as none."),
      Term(
        "step", "A part of the way from the baseline's profit to a plan's."),
      Term("seed", "The number all luck comes from: the same seed gives the same figures."),
      Term("plan", "What we would do: contacts bought, offers made, whatever else it changes."),
      Term(
        "baseline",
        "The first plan of a scenario, usually what we do now; all others are compared with it.",
        also: ["compared with"]),
      Term("segment", "People of one kind, with habits of their own."),
      Term(
        "people",
        "Everybody in the market or segment, prospects and today's customers, each simulated"
          + " customer counting for as many as it stands for."),
      Term("prospects", "People who have not bought before the first day."),
      Term("aware", "Has heard of us.", also: ["became aware"]),
      Term(
        "trial", "A try before the first order, after which somebody buys or says no.",
        also: ["trials"]),
      Term("channel", "A way of reaching people that is paid by the contact or by the day."),
      Term(
        "contact", "One time that a channel reaches for somebody, noticed or not.",
        also: ["contacts"]),
      Term(
        "contacts taken in",
        "Contacts that somebody who has not bought yet really took notice of."),
      Term(
        "source",
        "How a customer came to us: by the channel of the last contact, by word of mouth, by"
          + " themselves (organic), or before day 1."),
      Term("organic", "Came by themselves: walking past, searching, by chance."),
      Term("word of mouth", "Was told by a customer.", also: ["people told"]),
      Term(
        "feedback", "A customer's word after an order or a trial, good or bad.",
        also: ["feedbacks"]),
      Term("quality", "How good the product is, in points of satisfaction around today's."),
      Term(
        "funnel", "Stages that people pass one after the other, and how many get to each."),
      Term("stage", "A step of a funnel."),
      Term("count", "How many got to a stage, on average over replications."),
      Term(
        "rate from the stage before",
        "The share of those of the stage before who got to this one; of trials, which somebody may make several of, how"
          + " many there are for each who is aware."),
    ])

  package static let answer = TermGroup(
    "The answer",
    [
      Term(
        "scenario", "A market and the plans that are compared in it, as one file describes them."),
      Term("question", "What the planner wants to know, in the scenario's own words."),
      Term(
        "best plan",
        "The plan with the highest objective; “not told apart” with those that what was played cannot tell it from,"
          + " which are to be taken for equal, and “not clear” where it is not told from the baseline."
      ),
      Term("objective", "The one figure plans are ranked by: profit unless the scenario says so."),
      Term("rank", "The plan's place when plans are ordered by the objective, 1 the best."),
      Term(
        "against the baseline",
        "What a plan comes to less what the baseline comes to in the same markets.",
        also: ["difference", "profit against the baseline"]),
      Term(
        "within the horizon", "Money that moves on the days played.",
        also: ["of it within the horizon"]),
      Term(
        "afterwards",
        "What comes after the horizon from customers a plan leaves behind and from people who know us because of it"
          + " and buy later, as it is worth on the last day.",
        also: [
          "value afterwards", "value after the horizon", "value afterwards before contacts",
        ]),
      Term(
        "from … to",
        "The range in which 95 of 100 markets lie, what the computation does not know"
          + " included; none in the answer where all replications came to the same difference.",
        also: ["from", "to", "low", "high", "95 of 100 markets between"]),
      Term(
        "better in",
        "In how many of 100 markets a plan comes to more than the baseline, equal ones counting"
          + " half; “6 of 6” of the replications where all came to the same difference, which is 1 or 0 in files.",
        also: ["chance higher"]),
      Term(
        "best in", "In how many of 100 markets a plan comes to more than every other plan.",
        also: ["chance best"]),
      Term(
        "guardrail", "A figure that a plan must not worsen past a bound, whatever it earns.",
        also: ["guardrails"]),
      Term(
        "can't say",
        "A guardrail's bound lies within where 95 of 100 markets lie: some keep it, some break it."),
      Term("kept", "A guardrail's bound is passed nowhere where 95 of 100 markets lie."),
      Term("broken", "A guardrail's bound is passed everywhere where 95 of 100 markets lie."),
      Term("not judged", "The baseline, against which guardrails on extra customers are read."),
      Term(
        "variance",
        "How far markets differ, squared: of causes that have nothing to do with each other the"
          + " variances add up."),
      Term("kept in", "In how many of 100 markets a guardrail is kept."),
      Term(
        "persuaded", "Bought in the plan's campaign, and would not have under the baseline."),
      Term(
        "would have anyway", "Bought in the plan's campaign, and would have without it.",
        also: ["would have bought anyway"]),
      Term("put off", "Would have bought under the baseline, and did not in the plan's campaign."),
      Term("untouched", "Bought neither way."),
      Term(
        "lever", "A figure of a plan that a sweep turns up and down, all else being the same.",
        also: ["levers"]),
      Term(
        "short of the best",
        "What a value of a lever comes to less than the best value tried, in the same markets.",
        also: ["short of the best, computed from", "short of the best, computed to"]),
      Term(
        "as good as the best",
        "Values that fall short of the best by no more than the precision asked for; where none was"
          + " asked for, by no more than what was played can tell; with one lever those next to the"
          + " best without a gap, and never values of which one is better than the baseline and another"
          + " worse."),
      Term(
        "marginal return",
        "What profit rises by for each unit of money spent more than at the value before; below 0 the"
          + " step does not pay, and there is none where it does not clearly spend more, or where the lever is"
          + " not money that is spent."),
    ])

  package static let money = TermGroup(
    "Money",
    [
      Term(
        "profit",
        "What the market brings within the horizon plus the value afterwards, both as of the"
          + " horizon's end."),
      Term("account", "What money came in or went out for; costs are negative."),
      Term(
        "amount", "Money in an account, on average over replications.",
        also: ["part of profit"]),
      Term(
        "contribution",
        "What is left of revenue after goods, orders, rewards, contacts, messages, product work and"
          + " fixed costs.",
        also: ["contribution within the horizon"]),
      Term(
        "contribution before contacts",
        "A segment's contribution without contacts, product work and fixed costs, those of offers included, which"
          + " belong to no segment; messages, checks, talks and members cost where they are."),
      Term(
        "revenue", "What customers paid before rewards are taken off, less what went back.",
        also: ["revenue before rewards"]),
      Term("after rewards", "Revenue less all that offers gave to customers."),
      Term("mean order", "Revenue over orders, so before rewards are taken off."),
      Term("refunds", "What was paid back for orders, or parts of them, that went back."),
      Term("cost of goods", "What the things sold cost us."),
      Term(
        "operations",
        "What each order costs besides the goods, such as packing, fees and a platform's share; it is no part of spend."
      ),
      Term("margin on orders", "Revenue less cost of goods and operations."),
      Term(
        "acquisition",
        "What contacts and channels cost, and meetings with committees and cases; rewards on first orders are not in it"
          + " but in the cost of winning customers.",
        also: ["acquisition cost"]),
      Term(
        "cost of winning customers",
        "Acquisition cost and the rewards of first orders and for winning others: over all acquired customers it is"
          + " blended CPA."),
      Term(
        "reward",
        "What offers gave to customers, on first orders too.",
        also: ["rewards", "reward cost", "first-order reward"]),
      Term(
        "messaging",
        "What an offer costs besides what it gives: what it costs once, messages, talks, checks of claims, members of tiers"
          + " and communities.", also: ["running costs of offers"]),
      Term("fixed costs", "What is paid whatever happens, such as wages and rent."),
      Term("product", "What improving the product cost.", also: ["product work"]),
      Term(
        "spend",
        "What a plan spends, and would not without it: contacts, rewards and points owed, messages, talks, checks and"
          + " members, product work and fixed costs; not goods and what each order costs."),
      Term(
        "ROI",
        "How much more profit a plan makes for each unit of money it spends more than the"
          + " baseline; “saves” where it spends less and earns no less, “none” where it spends"
          + " less and loses by it, “unclear” where it is not told whether it spends more; empty"
          + " where it spends the same."),
      Term(
        "cumulative contribution",
        "Contribution from the first day, or the first order of a cohort, up to then.",
        also: [
          "cumulative contribution per customer",
          "cumulative contribution against the baseline",
        ]),
    ])
}
