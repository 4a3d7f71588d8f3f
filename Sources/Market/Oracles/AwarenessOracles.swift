import RealModule
import Statistics

extension Oracle {
  /// Reach: contacts leave a share e^{−θC/N} unaware.
  static let reach = Oracle(number: 5, name: "reach") { run in
    let count = run.customers(200_000)
    let segment = Segment(
      name: "people", size: count, purchases: Published.habits, baskets: Published.baskets)
    let channel = Channel(
      name: "flyers", kind: .offline, reach: 0.3, audience: [0],
      buying: .contacts(0.05 * Double(count)), days: 10..<70, price: 10)
    let scenario = run.scenario(horizon: 80, segment: segment, channels: [channel])
    let outcomes = run.play(scenario, replications: 1)
    return [20, 40, 70].map { day in
      let contacts = 0.05 * Double(day - 10)
      let aware = outcomes.reduce(0) { $0 + $1.events.total(.aware, days: 0..<day) }
      return run.share(
        "unaware by day \(day)", Int64(count) - aware, of: count,
        expected: Double.exp(-0.3 * contacts))
    }
  }

  /// Word of mouth: everybody told adopts at once and tells Poisson(K) people once.
  ///
  /// With a share ε told from outside, the share never told solves s = (1 − ε)·e^{−K(1 − s)}, which for
  /// few seeds is e^{−K(1−s)}. The seeds tell like everybody else.
  static let wordOfMouth = Oracle(number: 6, name: "word of mouth") { run in
    [1.5, 2].map { told in
      let seeds = 0.005
      let segment = Segment(
        name: "people", size: run.customers(40_000), begins: .prospects(aware: seeds),
        purchases: Published.habits, baskets: Published.baskets, trial: .atOnce,
        decision: .never,
        feedback: Feedback(probability: 1, influence: told, delay: 0))
      let outcomes = run.play(run.scenario(horizon: 200, segment: segment), replications: 20)
      var share = 0.0
      for _ in 0..<200 { share = (1 - seeds) * Double.exp(-told * (1 - share)) }
      return run.mean(
        "never told, K = \(told)",
        outcomes.map { 1 - Double($0.events.total(.trial)) / Double(segment.size) },
        expected: share)
    }
  }
}
