extension TermGroup {
  package static let customers = TermGroup(
    "Customers and what they cost",
    [
      Term(
        "acquired customers", "People who paid a first order within the horizon.",
        also: ["acquired", "customers"]),
      Term(
        "cost per extra customer",
        "What more a plan spends on winning customers than the baseline (contacts, channels' fixed"
          + " costs, rewards on first orders), for each customer it wins more, within the horizon and"
          + " while the market plays on after it; “–” where it never spends more or less, “none”"
          + " where it wins none more, “saves” where it wins more and spends less, “≥” where in 95 of"
          + " 100 markets it is at least that, and “unclear” where that is open.",
        also: ["kind of cost per extra customer"]),
      Term(
        "blended CPA",
        "Cost per acquisition: what winning customers cost, over all acquired, those included who"
          + " would have come anyway.",
        also: ["CPA"]),
      Term(
        "marginal CPA",
        "What the last customers of a channel cost: from markets with a tenth more and a tenth less"
          + " of it."),
      Term(
        "incremental CPA",
        "What a channel costs for each customer who would not have come without it."),
      Term("mean price per contact", "What one contact cost on average, prices rising included."),
      Term(
        "CLV",
        "Customer lifetime value: what an acquired customer contributes, later money counting less,"
          + " the time after the horizon included.",
        also: ["CLV of the cohort"]),
      Term("CLV within the horizon", "The part of CLV that falls on the days played."),
      Term("CLV, lowest tenth", "The CLV below which one customer in ten stays."),
      Term("CLV, median", "The CLV that half of the customers stay below."),
      Term("CLV, highest tenth", "The CLV above which one customer in ten gets."),
      Term(
        "extra value per extra cost",
        "CLV that a plan wins more than the baseline, for each unit of money it spends more on"
          + " winning customers."),
      Term(
        "CLV : blended CPA",
        "What an acquired customer is worth over what one cost on average, those included who would"
          + " have come anyway."),
      Term(
        "paid back",
        "The first day from which a plan's cash stays at or above the baseline's; “nothing"
          + " advanced” where it was never below, “not by then” where it is below when the horizon ends."
      ),
      Term(
        "paid back in",
        "In how many of 100 markets that is so when the horizon ends; beside the day in brackets."),
      Term(
        "paid back within the horizon",
        "The share of acquired customers who brought back what winning one cost on average."),
      Term(
        "payback day, median",
        "The days after which half of the acquired customers had brought that back."),
      Term("repeat rate", "The share of acquired customers who ordered a second time."),
      Term(
        "retention",
        "The share of customers who ordered again, within so many days (D1, D7, D30,"
          + " D90) or in a month of their age.",
        also: ["retention D1", "retention D7", "retention D30", "retention D90"]),
      Term(
        "committee",
        "Those in a company who decide in turn whether it buys: each has a meeting, and a no of any ends it."
      ),
      Term("role", "One of a committee, such as user, budget or signer."),
      Term(
        "deals",
        "Customers won in segments where a committee decides, on average over replications."),
      Term(
        "middle market", "Half of the markets come to as many or more, half to as many or fewer."),
      Term(
        "at least",
        "In how many of 100 markets there are so many deals or more; “<10%” and “>90%” where no replication had so"
          + " many, or all had, and so few cannot tell more."),
      Term("asked", "Committees that came as far as a role; of the first role, all there were."),
      Term("meetings", "Meetings with a role within the horizon, each ending with a yes or a no."),
      Term(
        "approved", "Meetings that ended with a yes: the next role is asked, or the company orders."
      ),
      Term(
        "still deciding",
        "Committees whose meeting with a role was still to come when the horizon ended."),
      Term("cohort", "Customers acquired in the same month.", also: ["month of acquisition"]),
      Term("age", "Time since a customer's first order, in months of 30 days."),
      Term("active", "Customers of a cohort who ordered at an age."),
      Term(
        "observed",
        "Whether all or some customers of a cohort are seen for the whole of an age before the"
          + " horizon ends."),
      Term("orders", "Paid orders, first and repeat."),
      Term(
        "first orders",
        "Orders by which people became customers; day by day and segment by segment with those of bonus hunters, who"
          + " become none and are not in the funnel."),
      Term(
        "won by the reward",
        "First orders by people who would have said no without the reward: the draw of their decision lies between"
          + " the chance without it and the chance with it."),
      Term(
        "retained customers", "Customers who ordered within the last 60 days of the horizon."),
      Term("aware people", "People who came to know of us within the horizon."),
      Term("second orders", "First orders that were followed by another."),
      Term("repeat orders", "Every order after a customer's first."),
    ])

  package static let offers = TermGroup(
    "Offers",
    [
      Term(
        "offer",
        "What a plan offers people: money off, a reward for bringing others, messages to an audience.",
        also: ["offers"]),
      Term(
        "eligible", "People an offer is for who could notice it while it was made."),
      Term("offers noticed", "Times that somebody it is for noticed an offer.", also: ["noticed"]),
      Term(
        "offers taken", "Times that somebody noticed an offer and found it worth the trouble.",
        also: ["taken", "takers"]),
      Term(
        "redemptions",
        "Orders on which an offer was redeemed; what is said of single offers counts what bonus hunters took too, which"
          + " is no part of a plan's redemptions.",
        also: ["redeemed"]),
      Term(
        "dead weight",
        "Redemptions on orders that would have been placed without the offer, or their share of all"
          + " redemptions by customers; win-backs have none: who took part and had not left was only slow, and may have ordered"
          + " anyway; of points, which come with every order, it is no measure.",
        also: ["would have come anyway", "redeemed on orders that would have come anyway"]),
      Term(
        "extra order cost",
        "What a plan spends more than the baseline on rewards, contacts and messages, for each"
          + " order it brings more.",
        also: ["reward cost per incremental order", "extra order costs"]),
      Term("fixed cost", "What an offer costs once, whoever takes it, such as printing."),
      Term("topped up", "Orders to which something was added to reach a threshold."),
      Term("refunded", "Orders that waited for others in vain; they were never revenue."),
      Term("invited", "Invitations written by those who take part, and friends told of a task."),
      Term("followed", "Invitations whose reader did in time what the reward asks for."),
      Term(
        "companions", "Times that somebody who had not bought yet came along with who takes part."),
      Term("joined", "Times that somebody joined an audience or a community."),
      Term(
        "messages sent",
        "Messages to members of an audience or to the silent, or of a community by its members."),
      Term("messages opened", "Messages that were opened."),
      Term("left", "Times that somebody left an audience."),
      Term("came back", "Times that somebody who had lapsed became a customer again."),
      Term("stayed away", "Times that somebody who had lapsed took part and did not come back."),
      Term("finished", "Who took every step of a task."),
      Term("gave up", "Who began a task and did not finish it."),
      Term("talked to", "Questions that were answered one to one."),
      Term(
        "turned away", "Orders, or questions, for which there was no capacity left on their day."),
      Term("points at start", "Points that members had as the programme began."),
      Term("points earned", "Points given for what members paid."),
      Term("points redeemed", "Points that members used on orders."),
      Term(
        "points expired",
        "Points lost because there was no order for too long, or the programme ended."),
      Term(
        "points cancelled",
        "Points that were earned by orders, or by what was added to them, that went back."),
      Term("points outstanding", "Points in members' hands on the last day."),
      Term(
        "points liability",
        "What points in members' hands are worth: a cost as they are earned, taken back as they are redeemed or"
          + " expire."),
      Term(
        "cost of messages and checks",
        "What an offer's messages and talks cost, the checks of claims on it, and the members of a tier or a"
          + " community."),
      Term("refused", "Honest claims on an offer that a check refused."),
      Term("hunters caught", "Claims of bonus hunters on an offer that a check caught."),
      Term("hunters' take", "What an offer paid to bonus hunters."),
      Term("sent back", "Orders of which what was added to reach a threshold went back."),
      Term("not paid", "Rewards that were held back and never paid, as the order went back first."),
      Term("let down", "People who paid in full shortly before an offer opened, and were sorry."),
    ])

  package static let chances = TermGroup(
    "How precisely it was computed",
    [
      Term(
        "monte carlo error",
        "How far off a figure may be because only so many replications were played: half of its 95%"
          + " interval, which more replications narrow.",
        also: ["computed from", "computed to", "±"]),
      Term(
        "luck", "What makes two markets differ though everything assumed about them is the same."),
      Term(
        "what you don't know",
        "What makes markets differ because an assumption is a range and not a figure."),
      Term(
        "assumption",
        "A figure of the scenario that is not known and given as a range, which it lies in nine times"
          + " of ten."),
      Term(
        "basis",
        "What an assumption rests on: a guess, one's own figure, a source, or a measurement."),
      Term("median", "The value that an assumption lies below as often as above."),
      Term("law", "How an assumption's values are spread over its range and beyond."),
      Term(
        "log-normal",
        "Spread in the same way by factors up and down, as amounts and rates are: half and double"
          + " are as far."),
      Term("logit-normal", "The same for shares, which stay between 0% and 100%."),
      Term("uniform", "Everywhere in the range alike, and never outside."),
      Term("why", "What the scenario says of where an assumption comes from."),
      Term(
        "all plans at once",
        "The computation's interval that holds for all plans together, wider than one plan's own.",
        also: ["all plans at once from", "all plans at once to"]),
      Term(
        "saving by twins",
        "How many times as many replications would have been needed without twins."),
      Term(
        "p-value (paired t over twin markets)",
        "The chance of such a difference between plans that are the same, in the markets played; it"
          + " says whether enough was played and nothing about how the market will turn out.",
        also: ["p-value (Welch, were markets independent)"]),
      Term("not computed", "Why a figure is missing."),
    ])

  package static let files = TermGroup(
    "Columns of files",
    [
      Term("measure", "A figure planners know by name.", also: ["figure"]),
      Term("kind", "Whether a row holds the objective, a difference, a ratio or a part of profit."),
      Term("unit", "What the figures of a row are measured in."),
      Term("value", "The figure itself, on average over replications."),
      Term("month", "A calendar month."),
      Term("day", "The day since the beginning, 1 the first.", also: ["days"]),
      Term("date", "The calendar day."),
    ])
}
