import RealModule
import Statistics

extension Crowd {
  /// A trial and the one decision after it, or the first question to a committee.
  mutating func tryOut(
    _ customer: inout Customer, _ index: Int, _ who: Individual, at time: Double, _ today: Today,
    _ tally: inout Tally
  ) {
    let count = Int(customer.trials)
    var decisionStream = draws.stream(who, JourneyPurpose.decision, index: count)
    customer.trials &+= 1
    day.trials.append(index)
    let source = Int(customer.source)
    tally.count(1, .trial, day: today.day, segment: today.setting.index, source: source)
    let satisfaction = rules(on: today).experience(
      who, purpose: JourneyPurpose.trialSatisfaction, index: count, quality: today.quality)
    giveFeedback(
      satisfaction, who, purpose: JourneyPurpose.trialFeedback, index: count, source, today,
      &tally)

    if let committee = today.setting.committee {
      ask(&customer, who, committee, at: time, today, &tally)
      return
    }
    let decision = today.setting.segment.decision
    let excess = rules(on: today).actedOn(satisfaction, who) - today.setting.startQuality
    let gain = decision.gain == 0 ? 0 : offers.gain(index)
    let uniform = decisionStream.uniform()
    let shift = today.outside.firstPurchaseShift
    var chance = decision.chance(excess: excess, shift: shift)
    var isWon = false
    if let convinced = convictions.take(index, on: today.day) {
      chance = convinced
    } else if gain > 0 {
      let basket =
        rules(on: today).meanBasket(&customer, who) * today.setting.segment.baskets.firstFactor
      let without = chance
      chance = decision.chance(excess: excess, gain: gain, basket: basket, shift: shift)
      // The draw lies between the two chances: without the reward it would have been a no.
      isWon = uniform >= without && uniform < chance
    }
    if uniform < chance {
      if isWon {
        tally.count(1, .wonByReward, day: today.day, segment: today.setting.index, source: source)
      }
      buyFirst(
        &customer, index, who, at: time, today, &tally,
        rateShare: isWon ? decision.rateOfThoseWon : 1)
    } else {
      pause(&customer, today)
    }
  }

  /// Somebody has decided to buy: from now on they are a customer, and place their first order.
  mutating func buyFirst(
    _ customer: inout Customer, _ index: Int, _ who: Individual, at time: Double, _ today: Today,
    _ tally: inout Tally, rateShare: Double = 1
  ) {
    let before = customer.ownFactor
    if slowing.isUsed { catchUp(&customer, index, to: today.day) }
    customer.stage = .customer
    customer.ownFactor = 1
    customer.offerFactor = offers.factor(index)
    if customer.rate == 0 { customer.rate = Float(today.setting.traits.rate(draws, who)) }
    // Times 1 changes no bit.
    customer.rate *= Float(rateShare)
    rules(on: today).beginStay(&customer, at: time)
    order(&customer, index, who, at: time, today, &tally, before: before)
  }

  /// Somebody has not bought, and waits before another trial.
  @inline(__always)
  func pause(_ customer: inout Customer, _ today: Today) {
    customer.stage = .pausing
    customer.pausedUntil = UInt16(
      truncatingIfNeeded: min(Int(UInt16.max), today.day + 1 + today.setting.segment.trial.pause))
  }
}
