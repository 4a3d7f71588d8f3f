import Experiments
import Statistics
import Testing

/// Looking five times while the data come in.
@Suite(.releaseOnly) struct LookErrorTests {
  private let looks = 5
  private let unitsPerLook = 400

  /// The effect at each look where there is none; units are exponential, so skewed.
  private func effects(_ draws: Draws) throws -> [Effect] {
    var arms = [Moments(), Moments()]
    var effects: [Effect] = []
    for look in 0..<looks {
      for arm in arms.indices {
        for index in 0..<unitsPerLook {
          var stream = draws.unit(look * unitsPerLook + index, arm: arm)
          arms[arm].add(stream.exponential())
        }
      }
      effects.append(try Effect.difference(arms[1], from: arms[0]))
    }
    return effects
  }

  @Test func plannedLooks() throws {
    for (name, boundary) in [
      ("O'Brien–Fleming", GroupSequentialDesign.Boundary.obrienFleming),
      ("Pocock", .pocock),
    ] {
      let design = try GroupSequentialDesign(
        looks: GroupSequentialDesign.equalLooks(looks), boundary: boundary)
      try Repeated.check("\(name), five looks, A/A error", nominal: 0.05) { draws in
        try zip(effects(draws), design.bounds).contains { $0.statistic.magnitude >= $1 }
      }
    }
  }

  @Test func naivePeekingErrsAsOftenAsSaid() throws {
    try Repeated.check(
      "naive peeking, five looks, A/A error", nominal: Peeking.errorRate(looks: looks)
    ) { draws in
      try effects(draws).contains { $0.pValue() < 0.05 }
    }
  }

  /// Valid at every moment, so that five looks use up part of the 5 % only: an upper bound.
  @Test func confidenceSequencesStayBelow() throws {
    let sequence = ConfidenceSequence.tightest(units: 2 * Double(looks * unitsPerLook))
    var rejected = 0
    try Repeated.each { draws in
      let isRejected = try effects(draws).enumerated().contains { look, effect in
        !sequence.interval(effect, units: Double(2 * (look + 1) * unitsPerLook)).contains(0)
      }
      if isRejected { rejected += 1 }
    }
    let share = Double(rejected) / Double(Repeated.experiments)
    print("confidence sequence, five looks, A/A error: \(share), at most 0.05")
    #expect(share < 0.05)
    #expect(share > 0)
  }
}
