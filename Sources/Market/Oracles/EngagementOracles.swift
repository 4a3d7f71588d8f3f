import RealModule

extension OracleRun {
  /// Customers whose purchases are as good as proportional to their engagement, and how much of it λ stands for.
  ///
  /// From a floor of 0, and at a stock that is nothing beside the half, the factor is E/half.
  func engaged(_ people: Int, visits: Double, halfLife: Double) -> (
    segment: Segment, half: Double
  ) {
    let (half, tight) = (1e5, 1e8)
    var segment = Segment(
      name: "customers", size: people, begins: .customers,
      purchases: PurchaseHabits(
        shape: tight, rate: tight * 200 / half, lapseA: 1, lapseB: 1e15, firstLapse: 0),
      baskets: Published.baskets)
    segment.engagement = Engagement(visits: visits, halfLife: halfLife, floor: 0, half: half)
    return (segment, half)
  }
}

extension Oracle {
  /// Engagement under visits at rate ρ that halves in h days: ρh/ln 2, 10.0989ρ at h 7.
  ///
  /// What is added during a day is decayed from its moment: a daily update would give 10.6071ρ.
  static let engagement = Oracle(number: 52, name: "engagement") { run in
    let (visits, days, people) = (0.7, 30, run.customers(2_000))
    let (segment, _) = run.engaged(people, visits: visits, halfLife: 7)
    let outcomes = run.play(run.scenario(horizon: days, segment: segment), replications: 20)
    return [
      run.mean(
        "engagement over visits a day",
        outcomes.map {
          // λ·E/half is E/200 orders a day.
          200 * Double($0.events.total(.repeatOrder)) / Double(people * days) / visits
        }, expected: 10.0989)
    ]
  }

  /// A community in which all are members: posts in proportion to engagement, which they raise.
  ///
  /// E ← kE + V(1 − k) + g(1 − k)E a day, V = ρh/ln 2 from visits, k = 2^(−1/h), g = posts·readers/(half·(1 − k)): on
  /// day d its mean is V/(1 − g) less what is still to come, V·g/(1 − g)·(k + g(1 − k))^d; posts are in proportion.
  static let community = Oracle(number: 53, name: "community") { run in
    let (visits, days, people, gain) = (0.7, 100, run.customers(1_000), 0.5)
    let (segment, half) = run.engaged(people, visits: visits, halfLife: 7)
    let kept = Double.exp2(-1.0 / 7)
    let readers = 5.0
    let posts = gain * half * (1 - kept) / readers
    let offer = Offer(
      name: "group",
      terms: Community(joinsAtOrder: 0, membersAtStart: 1, posts: posts, readers: readers),
      orders: .every, segments: [0], window: 0..<days, participation: .automatic,
      effect: .lift(0))
    let outcomes = run.play(
      run.scenario(horizon: days, segment: segment, offers: [offer]), replications: 10)
    let alone = visits * 7 / Double.log(2)
    let step = kept + gain * (1 - kept)
    let stocks =
      alone / (1 - gain)
      * (Double(days) - gain * (1 - Double.pow(step, Double(days))) / (1 - step))
    return [
      run.mean(
        "letters read by a member",
        outcomes.map { Double($0.offerTotal(.opened, slot: 0)) / Double(people) },
        expected: posts * readers / half * stocks)
    ]
  }
}
