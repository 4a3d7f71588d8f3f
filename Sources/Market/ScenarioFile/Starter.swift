extension ScenarioFile {
  /// A small scenario to start from, which can be played as it stands.
  public static let starter = """
    # A scenario describes one market and the plans for it. Change the figures to yours, then
    #
    #     flywheel run scenario.yaml
    #
    # Figures carry their units: 30 CNY, 5%, 14 days, 3 per month, 300 CNY per day. No thousands
    # separators.
    # Days are counted from 1, or written as dates: day 30..43, day 30..end, 2026-03-01..2026-03-14.
    # `flywheel keys` lists everything a scenario may hold and what it means when left out.

    name: Corner bakery
    currency: CNY
    start: 2026-03-02            # the first day played, day 1
    horizon: 26 weeks
    seed: 1                      # the same seed gives the same figures

    people: 5000                 # who could come
    discount: 8% per year        # money a year later is worth this much less
    residual: 1 year             # how long after the horizon a customer still has a value

    objective: profit            # the one figure plans are ranked by
    precision: 500 CNY           # play until differences are known this closely

    season:
      weekdays: {Saturday: 140%, Sunday: 130%}

    segments:
      neighbours:
        aware at start: 10%      # have heard of us

        # Averages over customers, and how much customers differ (standard deviation over mean).
        purchases: {average: 1.5 per month, variation: 100%}
        lapse: {average: 8%, variation: 80%, after first order: 35%}
        basket: {average: 36 CNY, between customers: 40%, within customers: 30%}
        cost of goods: 40%
        cost per order: 1 CNY

        # From hearing of us to the first order.
        awareness: {organic: 2% per month, salience floor: 40%}
        trial: {hazard: 2% per day}
        first purchase: {chance: 40%, reward effect: 2}
        feedback: {chance: 10%, tells: 1.5}

        # What taking part in an offer costs a customer in trouble, felt as money.
        participation cost: {understanding: 1 CNY, time: 2 CNY, spread: 0.7}

    # Channels and coupons are described once. A plan names those it uses, and what it changes.
    channels:
      flyers:
        kind: offline
        price: 0.5 CNY           # per flyer
        reach: 4%                # chance that one is read
        fixed cost: 100 CNY per day
        days: day 1..60

    coupons:
      second visit:
        orders: second
        window: day 1..end
        validity: 14 days
        uses: 1
        attention: {chance: 70%}
        lift: 12                 # purchases rise by this times the coupon's value over the basket

    plans:                       # the first is the baseline: what we do now
      - name: as today

      - name: flyers
        channels:
          flyers: {budget: 60 CNY per day}

      - name: 5 off the second visit
        coupons:
          second visit: {value: 5 CNY}

      - name: 10 off the second visit
        coupons:
          second visit: {value: 10 CNY}

    """
}
