import RealModule
import Testing

@testable import Market

/// What every offer has beside its terms.
struct OfferConditionsTests {
  /// A coupon that people weigh, among customers whose trust is half of what taking part costs them.
  private static func plan(
    people: Int = 3_000, _ change: (inout Offer, inout Scenario) -> Void = { _, _ in }
  ) -> PlanOutcome {
    var offer = Offer(
      name: "coupon", terms: Coupon(.fixed(600)), orders: .repeats, segments: [0, 1],
      window: 20..<80, participation: .decided(attention: 0.3, fading: 4, noise: 0),
      effect: .lift(0))
    var scenario = BusyMarket.scenario(people: people, seed: 5, horizon: 100)
    for segment in scenario.market.segments.indices {
      scenario.market.segments[segment].participation = ParticipationCost(
        understanding: 100, time: 200, trust: 300, spread: 0.5)
      scenario.market.segments[segment].habit = RewardHabit()
    }
    change(&offer, &scenario)
    scenario.plans[1].offers = [offer]
    return ToolMarket.outcome(scenario)[1]
  }

  @Test func easingTakesPartsAway() {
    let cost = ParticipationCost(understanding: 100, time: 200, trust: 300)
    #expect(cost.left(by: Easing()) == 1)
    #expect(cost.left(by: Easing(trust: 1)) == 0.5)
    #expect(abs(cost.left(by: Easing(understanding: 0.5, trust: 0.6)) - 370.0 / 600) < 1e-15)
    #expect(ParticipationCost().left(by: Easing(trust: 0.5)) == 1)
  }

  /// With κ̄ halved the share taking part is Φ(ln(g/(κ̄/2))/σ): both shares within four standard errors.
  @Test func easierOffersAreTakenByMore() {
    let (plain, eased) = (
      Self.plan(), Self.plan { offer, _ in offer.easing = Easing(trust: 1) }
    )
    #expect(plain.counted(.noticed) == eased.counted(.noticed))
    for (plan, ratio) in [(plain, 1.0), (eased, 2.0)] {
      let noticed = Double(plan.counted(.noticed))
      let share = Double(plan.counted(.taken)) / noticed
      let distance = Double.log(ratio) / 0.5
      let expected = (1 + Double.erf(distance / 2.0.squareRoot())) / 2
      #expect(abs(share - expected) < 4 * (expected * (1 - expected) / noticed).squareRoot())
    }
  }

  /// What it is worth may be more than what it costs us.
  @Test func worthIsNotCost() {
    let dear = Self.plan { offer, _ in offer.worth = 3_000 }
    let plain = Self.plan()
    #expect(dear.counted(.taken) > plain.counted(.taken))
    // Never more than a basket, and few are below 6.00.
    let most = 600 * dear.counted(.redeemed)
    #expect(dear.counted(.paid) <= most && dear.counted(.paid) > most * 98 / 100)
  }

  @Test func socialProofGrowsWithThoseWhoTakePart() {
    let proof = SocialProof(strength: 0.8, half: 300, already: 100)
    #expect(proof.eased(by: 200) == 0.4)
    #expect(SocialProof(strength: 0.8, half: 300).eased(by: 0) == 0)
    func taken(_ already: Double?) -> Int64 {
      Self.plan { offer, _ in
        offer.socialProof = already.map { SocialProof(strength: 1, half: 100, already: $0) }
      }.counted(.taken)
    }
    #expect(taken(nil) < taken(0))
    #expect(taken(0) < taken(1e9))
    // As if all trust were taken away.
    #expect(
      taken(1e12) == Self.plan { offer, _ in offer.easing = Easing(trust: 1) }.counted(.taken))
  }

  @Test func strongRewardsAreRememberedLonger() {
    let stretch = AttentionStretch(fading: 7, half: 2_000)
    #expect(stretch.fading(from: 3, worth: 0) == 3)
    #expect(stretch.fading(from: 3, worth: 2_000) == 5)
    #expect(stretch.fading(from: 3, worth: -5) == 3)
    let longer = Self.plan { offer, _ in offer.stretch = AttentionStretch(fading: 20, half: 600) }
    #expect(longer.counted(.noticed) > Self.plan().counted(.noticed))
    #expect(longer.counted(.eligible) == Self.plan().counted(.eligible))
    // Halfway between 4 and 20 days for 6.00, which is worth 6.00 to everybody with larger baskets.
    let halfway = Self.plan { offer, _ in
      offer.participation = .decided(attention: 0.3, fading: 12, noise: 0)
    }
    #expect(
      abs(longer.counted(.noticed) - halfway.counted(.noticed)) < halfway.counted(.noticed) / 50)
  }

  /// A reward for the user counts for a payer who acts on half of it half as much, and half the effort is shared.
  @Test func rewardsForUsersCountForPayersInPart() {
    func taken(_ aim: Offer.Aim, actsOn: Double) -> Int64 {
      Self.plan { offer, scenario in
        offer.aim = aim
        for segment in scenario.market.segments.indices {
          scenario.market.segments[segment].payer = Payer(share: 1, actsOn: actsOn)
        }
      }.counted(.taken)
    }
    #expect(taken(.user, actsOn: 1) == taken(.payer, actsOn: 1))
    // Worth 300 against 300 of trust and half of 300: as 400 of 600 would be against all of it.
    let equivalent = Self.plan { offer, scenario in
      offer.worth = 300 * 600 / 450
      for segment in scenario.market.segments.indices {
        scenario.market.segments[segment].payer = Payer(share: 1, actsOn: 0.5)
      }
    }
    #expect(taken(.user, actsOn: 0.5) == equivalent.counted(.taken))
  }

  @Test func screeningChecksEveryClaim() {
    let free = Self.plan()
    let checked = Self.plan { offer, _ in
      offer.screening = Screening(refuses: 0.2, loses: 0, cost: 10)
    }
    let claims = checked.counted(.redeemed) + checked.counted(.refused)
    #expect(claims > 100)
    let share = Double(checked.counted(.refused)) / Double(claims)
    #expect(abs(share - 0.2) < 4 * (0.16 / Double(claims)).squareRoot())
    #expect(checked.counted(.spent) == 10 * claims)
    #expect(checked.counted(.paid) <= 600 * checked.counted(.redeemed))
    let harsh = Self.plan { offer, _ in offer.screening = Screening(refuses: 1, loses: 1) }
    #expect(harsh.counted(.redeemed) == 0 && harsh.counted(.refused) > 50)
    // Whoever is refused is gone.
    #expect(harsh.events.total(.repeatOrder) < free.events.total(.repeatOrder))
  }

  /// What costs nothing may be worth something: it is redeemed, as often as it may be.
  @Test func giftsAreRedeemed() {
    let gift = Self.plan { offer, _ in
      offer.terms = Coupon(.fixed(0))
      offer.worth = 2_000
      offer.uses = 1
    }
    #expect(gift.counted(.redeemed) > 50 && gift.counted(.paid) == 0)
    #expect(gift.counted(.redeemed) <= gift.counted(.taken))
  }

  /// Without money there is no offer: nobody takes it up in vain.
  @Test func withoutMoneyThereIsNoOffer() {
    let none = Self.plan { offer, _ in
      offer.budget = 0
      offer.effect = .lift(3)
    }
    #expect(none.counted(.taken) == 0 && none.counted(.paid) == 0)
  }

  @Test func oneEasingComesOnTopOfAnother() {
    let both = Easing(time: 0.5, trust: 0.6).and(Easing(money: 0.1, trust: 0.5))
    for (part, expected) in [
      (both.understanding, 0), (both.money, 0.1), (both.time, 0.5), (both.trust, 0.8),
    ] { #expect(abs(part - expected) < 1e-15) }
    #expect(Easing().and(Easing()) == Easing())
  }

  /// A channel's word makes it easier for prospects whom it reached within a week, and for nobody else.
  @Test func aChannelsWordMakesItEasier() {
    func taken(_ easing: Easing, _ orders: Offer.Orders) -> Int64 {
      Self.plan { offer, scenario in
        offer.orders = orders
        for plan in scenario.plans.indices {
          scenario.plans[plan].channels[0].easing = easing
          scenario.plans[plan].channels[0].bought?.buying = .contacts(3_000)
        }
      }.counted(.taken)
    }
    let all = Easing(understanding: 1, time: 1, trust: 1)
    #expect(taken(all, .first) > taken(Easing(), .first))
    var last = Endorsements()
    #expect(last.source(for: 3, on: 5) == nil)
    last.note(2, to: 3, on: 5, among: 10)
    #expect(last.source(for: 3, on: 11) == 2 && last.source(for: 3, on: 12) == nil)
    #expect(last.source(for: 4, on: 5) == nil)
  }
}
