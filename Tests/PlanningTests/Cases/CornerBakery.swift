import Market

/// The starter's bakery, small: plans as today, flyers, 5 and 10 off the second visit.
enum CornerBakery {
  static func scenario(
    seed: UInt64, people: Int, standsFor: Int, replications: Int
  ) throws -> Scenario {
    try ScenarioFile(
      bytes: Array(
        """
        name: Corner bakery
        currency: CNY
        start: 2026-03-02
        horizon: 12 weeks
        seed: \(seed)
        people: \(people * standsFor)
        stands for: \(standsFor)
        discount: 8% per year
        residual: 1 year
        replications: {minimum: \(replications)}
        segments:
          neighbours:
            aware at start: 10%
            purchases: {average: 1.5 per month, variation: 100%}
            lapse: {average: 8%, variation: 80%, after first order: 35%}
            basket: {average: 36 CNY, between customers: 40%, within customers: 30%}
            cost of goods: 40%
            cost per order: 1 CNY
            awareness: {organic: 2% per month, salience floor: 40%}
            trial: {hazard: 2% per day}
            first purchase: {chance: 40%, reward effect: 2}
            participation cost: {understanding: 1 CNY, time: 2 CNY, spread: 0.7}
        channels:
          flyers:
            {kind: offline, price: 0.5 CNY, reach: 4%, fixed cost: 100 CNY per day, days: day 1..60}
        coupons:
          second visit:
            orders: second
            window: day 1..end
            validity: 14 days
            uses: 1
            attention: {chance: 70%}
            lift: 12
        plans:
          - name: as today
          - name: flyers
            channels: {flyers: {budget: \(12 * standsFor) CNY per day}}
          - name: 5 off
            coupons: {second visit: {value: 5 CNY}}
          - name: 10 off
            coupons: {second visit: {value: 10 CNY}}

        """.utf8)
    ).resolve().scenario
  }
}
