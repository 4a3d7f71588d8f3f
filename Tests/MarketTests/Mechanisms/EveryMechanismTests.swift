import Foundation
import Testing

@testable import Market

/// What holds of every kind of offer.
struct EveryMechanismTests {
  /// Letters, clearings and orders that wait are the same whoever plays them, and in whichever company.
  @Test func sameSeedSameBytes() throws {
    let scenario = ToolMarket.scenario()
    let (first, second) = (ToolMarket.outcome(scenario), ToolMarket.outcome(scenario))
    for plan in first.indices {
      #expect(first[plan].ledger == second[plan].ledger)
      #expect(first[plan].events == second[plan].events)
      #expect(first[plan].tally.offers == second[plan].tally.offers)
    }
    for slot in 0..<4 {
      let used: [OfferCount] = [.opened, .raised, .redeemed, .letters]
      #expect(first[1].counted(used[slot], slot) > 10, "\(used[slot])")
    }
    #expect(first[1].counted(.refunded, 2) > 0 && first[1].counted(.followed, 3) > 0)
  }

  /// Played beside other plans, a plan's market is as it is alone.
  @Test func plansAreApart() throws {
    let scenario = ToolMarket.scenario()
    var alone = scenario
    alone.plans = [scenario.plans[1]]
    let both = ToolMarket.outcome(scenario)
    let one = Simulation(alone, comparing: false).replication(0)?.plans ?? []
    #expect(both[1].ledger == one[0].ledger && both[1].events == one[0].events)
  }

  /// Offers that give nothing and do nothing leave every byte as it is.
  @Test func nothingChangesNothing() throws {
    var audience = ToolMarket.audience
    audience.terms = Audience(joinsAtOrder: 1, every: 7, opened: 1)
    var threshold = ToolMarket.threshold
    threshold.terms = ThresholdCoupon(threshold: 5_000, off: 0, reach: 3_000, pull: 1)
    var group = ToolMarket.group
    group.terms = GroupBuy(.fixed(0), size: 3, within: 1)
    var invitation = ToolMarket.invitation
    invitation.terms = Invitation(reward: 0, expected: 0.5)
    for offer in [audience, threshold, group, invitation] {
      let plans = ToolMarket.outcome(ToolMarket.scenario([offer]))
      // Who paused after a trial is reminded by a message, so that only its money is nothing.
      guard offer.name != audience.name else {
        #expect(plans[1].ledger.total(.messaging) == 0)
        continue
      }
      #expect(plans[1].ledger == plans[0].ledger, "\(offer.name)")
      #expect(plans[1].events == plans[0].events, "\(offer.name)")
    }
  }

  /// Every amount is booked where the offer says: the plan's rewards are its offers', messages cost what was sent.
  @Test func moneyIsConserved() throws {
    let plan = ToolMarket.outcome(ToolMarket.scenario())[1]
    let rewards = -(plan.ledger.total(.reward) + plan.ledger.total(.firstOrderReward))
    #expect(rewards == (0..<4).reduce(0) { $0 + plan.counted(.paid, $1) })
    #expect(plan.ledger.total(.messaging) == -plan.counted(.spent, 0))
    #expect(plan.counted(.left, 0) <= plan.counted(.joined, 0))
    #expect(plan.counted(.opened, 0) <= plan.counted(.sent, 0))
    #expect(plan.counted(.followed, 3) <= plan.counted(.letters, 3))
  }

  /// People in the arms of an experiment have the offers of their arm alone, and money of theirs is counted.
  @Test func armsHaveTheirOwn() throws {
    let scenario = ToolMarket.scenario()
    let design = try ArmDesign([scenario.plans[0], scenario.plans[1]])
    let days = scenario.horizon
    let market = ArmMarket(
      scenario, design, observations: [Observation(.contribution, after: days)])
    let people = market.people(replication: 0, .split(Allotment(shares: [0.5, 0.5], salt: 1)))
    #expect(people.values[0].count == market.people)
    #expect(people.values[0].contains { $0 != 0 })
  }

  /// The engine knows kinds of offers by what they do, never by what they are.
  @Test func theEngineNamesNone() throws {
    let market = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Market")
    let rooms = [
      "Arms", "Channels", "Estimates", "Journey", "Ledger", "Offers", "Outcomes", "Population",
      "Scenario", "Simulation",
    ]
    let names = OfferKind.all.flatMap { [String(describing: $0.terms), $0.name] }
    #expect(names.count >= 10)
    var read = 0
    for room in rooms {
      let folder = market.appending(path: room)
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        read += 1
        for name in names {
          // Whole words: a channel has an audience, clocks have thresholds.
          let isNamed = text.range(of: "\\b\(name)\\b", options: .regularExpression) != nil
          // The example of a key, which names one, says so, and an account what is owed.
          let isSaid = ["OfferTerms.swift", "Account.swift"].contains(file)
          #expect(!isNamed || isSaid, "\(room)/\(file) names \(name)")
        }
      }
    }
    #expect(read > 60)
  }
}
