import Testing

@testable import Market

/// Somebody's life with an offer: every stage × every event.
struct OfferLifeTests {
  /// Somebody at a stage; offers in hand and declined are there until day 10, the waiting notice on day 5.
  private static func somebody(at stage: OfferStage) -> OfferLife {
    var life = OfferLife()
    switch stage {
    case .outside: break
    case .waiting: life.meet(.eligible(noticesOn: 5))
    case .declined:
      life.meet(.eligible(noticesOn: 5))
      life.meet(.decided(takes: false, until: 10))
    case .live:
      life.meet(.eligible(noticesOn: 5))
      life.meet(.decided(takes: true, until: 10))
    case .over: life.meet(.eligible(noticesOn: nil))
    }
    return life
  }

  private struct Case: Sendable, CustomTestStringConvertible {
    let event: OfferEvent
    /// The stage afterwards, by the stage before in the order of `OfferStage.allCases`.
    let after: [OfferStage]

    var testDescription: String { "\(event)" }
  }

  /// Before: outside, waiting, declined, live, over.
  private static let cases: [Case] = [
    Case(event: .eligible(noticesOn: 7), after: [.waiting, .waiting, .declined, .live, .over]),
    Case(event: .eligible(noticesOn: nil), after: [.over, .waiting, .declined, .live, .over]),
    Case(
      event: .decided(takes: true, until: 12), after: [.outside, .live, .declined, .live, .over]),
    Case(
      event: .decided(takes: false, until: 12),
      after: [.outside, .declined, .declined, .live, .over]),
    Case(event: .approached, after: [.waiting, .waiting, .waiting, .live, .waiting]),
    Case(event: .foundNothing, after: [.outside, .over, .declined, .live, .over]),
    Case(event: .dayBegins(9), after: [.outside, .waiting, .declined, .live, .over]),
    Case(event: .dayBegins(10), after: [.outside, .waiting, .over, .over, .over]),
    Case(event: .usedUp, after: [.over, .over, .over, .over, .over]),
    Case(event: .outgrown, after: [.over, .over, .over, .over, .over]),
    Case(event: .withdrawn, after: [.outside, .over, .over, .over, .over]),
  ]

  @Test(arguments: cases) private func everyStageMeetsEveryEvent(_ expected: Case) {
    for (stage, after) in zip(OfferStage.allCases, expected.after) {
      var life = Self.somebody(at: stage)
      #expect(life.stage == stage)
      life.meet(expected.event)
      #expect(life.stage == after, "\(stage) meets \(expected.event)")
    }
  }

  /// What changes nothing leaves the day alone too.
  @Test(arguments: cases) private func whoStaysKeepsTheirDay(_ expected: Case) {
    for (stage, after) in zip(OfferStage.allCases, expected.after) where stage == after {
      let before = Self.somebody(at: stage)
      var life = before
      life.meet(expected.event)
      #expect(life == before || after == .over, "\(stage) meets \(expected.event)")
    }
  }

  @Test func daysAreThoseGiven() {
    #expect(Self.somebody(at: .waiting).day == 5)
    #expect(Self.somebody(at: .live).day == 10)
    #expect(Self.somebody(at: .declined).day == 10)
  }
}
