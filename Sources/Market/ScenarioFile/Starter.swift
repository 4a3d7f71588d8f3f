extension ScenarioFile {
  /// A small scenario to start from, which can be played as it stands.
  public static let starter = """
    # One market and the plans for it. Change the figures to yours, then:  flywheel run scenario.yaml
    #
    # Figures carry their units: 30 CNY, 5%, 14 days, 2 per month. A range such as 60%..80% says where a figure
    # lies nine times of ten: the answer then keeps what you don't know apart from luck.
    # `flywheel keys` lists everything else a scenario may hold: channels, seasons, guardrails and more.

    name: Corner bakery
    currency: CNY
    start: 2026-03-02             # day 1
    horizon: 26 weeks
    people: 5000                  # who could come

    # Guesses that are used below by their names; their basis is mine, measured, cited or guess.
    assumptions:
      come and try: {value: 1%..3% per day, basis: guess}
      pull of a coupon: {value: 8..16, basis: guess}

    segments:
      neighbours:
        aware at start: 20%                     # who have heard of us on day 1
        trial: {hazard: come and try}           # of those who have heard of us
        first purchase: {chance: 40%}           # of those who try
        purchases: {average: 1.5 per month}     # of a customer
        lapse: {average: 6%..12%}               # chance that an order is the last
        basket: {average: 36 CNY}
        cost of goods: 40%

    coupons:
      second visit:
        orders: second
        window: day 1..end
        attention: {chance: 60%..80%}           # who notice it on the first day
        lift: pull of a coupon                  # purchases rise by this times the value over the basket

    plans:
      - name: as today                          # the baseline; every other plan is the baseline plus what it names

      - name: 5 off the second visit
        coupons: {second visit: {value: 5 CNY}}

      - name: 10 off the second visit
        coupons: {second visit: {value: 10 CNY}}

      - name: 20 off the second visit
        coupons: {second visit: {value: 20 CNY}}

    """
}
