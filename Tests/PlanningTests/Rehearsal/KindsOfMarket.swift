@testable import Market

/// Two plans of a small town: as it is, and with one thing more, of whichever kind.
enum KindsOfMarket {
  private static let window = "window: day 1..end"
  private static let attention = "\(window), attention: {chance: 60%}"

  /// By kind: an offer that people are given by the arm they are in.
  static let offers: [(kind: String, terms: String)] = [
    (
      "audiences",
      "joins at order: 40%, every: 5 days, cost: 1 CNY, opened: 40%, purchases: 1.4, days: 3 days, \(window), fixed cost: 100 CNY"
    ),
    (
      "communities",
      "joins at order: 50%, posts: 3 per week, readers: 8, adds: 2, cost: 1 CNY per day, \(window)"
    ),
    (
      "holiday gifts",
      "cost: 2 CNY, worth: 5 CNY, every: 7 days, goodwill: 1.3, days: 5 days, \(window)"
    ),
    ("samples", "cost: 2 CNY, worth: 5 CNY, convinces: 60%, \(attention)"),
    (
      "parties",
      "party: 3, cost: 6 CNY, worth: 12 CNY, others come: 80%, brings: 1, convinces: 50%, bill: 120%, orders: every, \(attention), lift: 2"
    ),
    (
      "threshold coupons",
      "threshold: 60 CNY, off: 10 CNY, reach: 20 CNY, orders: every, \(attention), lift: 3"
    ),
    (
      "threshold gifts",
      "threshold: 60 CNY, cost: 4 CNY, worth: 8 CNY, reach: 20 CNY, orders: every, \(attention), lift: 3"
    ),
    (
      "lucky draws",
      "amounts: [2 CNY, 30 CNY], chances: [60%, 10%], orders: every, \(attention), lift: 4, uses: 2"
    ),
    (
      "coupons",
      "value: 5 CNY, orders: every, \(attention), lift: 4, uses: 2, screening: {refuses: 10%, cost: 2 CNY}, pull-forward: {drop: 30%, days: 7 days}, fixed cost: 500 CNY"
    ),
    ("gifts", "cost: 3 CNY, worth: 6 CNY, orders: every, \(attention), lift: 4, uses: 2"),
    ("win-backs", "silence: 10 days, reward: 8 CNY, opened: 50%, cost: 8 CNY, lift: 4, \(window)"),
    ("feedback rewards", "reward: 4 CNY, orders: every, \(attention)"),
    ("tasks", "reward: 8 CNY, steps: 3, goes on: 90%, \(attention)"),
    ("invitations", "reward: 10 CNY, usual success: 30%, welcome: 5 CNY, \(attention)"),
    (
      "points",
      "earns: 1, block: 50, off: 5 CNY, \(attention), tiers: {gold: {from: 60 CNY, cost: 1 CNY per day}}"
    ),
    (
      "group buys",
      "value: 8 CNY, group: 3, within: 1 day, orders: every, \(attention), lift: 4, uses: 2, disappointment: 0.5"
    ),
  ]

  /// By kind: what serves all alike, and what a plan may have otherwise of it.
  static let serving: [(kind: String, terms: String, otherwise: String)] = [
    ("capacities", "serves: 100, \(window)", "serves: 160"),
    (
      "care", "asks: 1 per month, talks: 40, cost: 5 CNY, purchases: 1.5, days: 10 days, \(window)",
      "talks: 60"
    ),
  ]

  /// By kind of channel, and what a plan puts into it.
  static let channels: [(kind: String, terms: String, used: String)] = [
    ("paid", "price: 0.5 CNY, reach: 30%", "budget: 50 CNY per day"),
    (
      "offline", "price: 0.5 CNY, reach: 30%, content cost: 100 CNY",
      "budget: 50 CNY per day, fixed cost: 30 CNY per day"
    ),
    (
      "content", "reach: 30%, content: {cost: 100 CNY, first day: 20%, half-life: 3 days}",
      "content: {every: 3 days}"
    ),
    (
      "opinion leaders",
      "reach: 30%, easier: {trust: 90%}, opinion leaders: {fee: 300 CNY, least: 100, shape: 1.5}",
      "opinion leaders: {every: 7 days}"
    ),
    (
      "search optimisation", "search optimisation: {gain: 0.005%, half-life: 20 days}",
      "search optimisation: {effort: 50 CNY per day}"
    ),
    (
      "delivery platform",
      "price: 0.5 CNY, reach: 30%, delivery platform: {commission: 20%, orders: every}",
      "budget: 50 CNY per day"
    ),
    (
      "meetings", "meetings: {cost: 300 CNY, visitors: 100, leads: 30%}",
      "meetings: {every: 5 days}"
    ),
    (
      "user content", "reach: 30%, user content: {seen by: 15, cost: 1 CNY}",
      "user content: {pieces: 2 per month}"
    ),
  ]

  /// A scenario of what is described, and plans as they are written.
  static func scenario(
    _ described: String, plans: String, residual: Int = 0, more: String = ""
  ) throws -> Scenario {
    let text = """
      name: kinds
      currency: CNY
      start: 2026-03-02
      horizon: 28 days
      residual: \(residual) days
      people: 400
      every segment:
        purchases: {average: 3 per month, variation: 50%}
        lapse: {average: 10%, variation: 50%, after first order: 15%}
        basket: {average: 50 CNY}
        cost of goods: 40%
        cost per order: 2 CNY
        aware at start: 40%
        awareness: {organic: 1% per day}
        trial: {hazard: 5% per day, pause: 10 days}
        first purchase: {chance: 40%, reward effect: 3}
        engagement: {visits: 1 per week, half-life: 7 days, floor: 40%, half: 3}
        participation cost: {time: 3 CNY, trust: 8 CNY, spread: 0.8}
        \(more)
      segments:
        c: {share: 50%, begin as: customers}
        p: {share: 50%}
      \(described)
      plans:
      \(plans)
      """
    return try ScenarioFile(text).resolve().scenario
  }

  /// As it is, and with an offer of a kind.
  static func offering(_ kind: String, residual: Int) throws -> Scenario {
    let terms = offers.first { $0.kind == kind }?.terms ?? ""
    return try scenario(
      "\(kind):\n  x: {\(terms)}", plans: "  - name: base\n  - name: A\n    \(kind): {x: {}}",
      residual: residual,
      more: kind == "invitations"
        ? "feedback: {chance: 30%, tells: 2, delay: 2 days, harm: 10%}" : "")
  }

  /// As it is, and with a channel of a kind, beside a coupon that its contacts may make easier.
  static func reaching(_ kind: String, residual: Int) throws -> Scenario {
    let (_, terms, used) = channels.first { $0.kind == kind } ?? ("", "", "")
    let coupon = "value: 5 CNY, orders: every, \(attention), lift: 4"
    return try scenario(
      "channels:\n  y: {kind: \(kind), \(terms)}\ncoupons:\n  x: {\(coupon)}",
      plans: "  - name: base\n    coupons: {x: {}}\n  - name: A\n    channels: {y: {\(used)}}",
      residual: residual)
  }
}
