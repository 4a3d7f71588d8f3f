import RealModule
import Statistics

extension Crowd {
  /// A trial and the one decision after it.
  mutating func tryOut(
    _ customer: inout Customer, _ index: Int, _ who: Individual, at time: Double, _ today: Today,
    _ tally: inout Tally
  ) {
    let count = Int(customer.trials)
    customer.trials &+= 1
    day.trials.append(index)
    let source = Int(customer.source)
    tally.count(1, .trial, day: today.day, segment: setting.index, source: source)
    let satisfaction = experience(
      who, purpose: JourneyPurpose.trialSatisfaction, index: count, quality: today.quality)
    giveFeedback(
      satisfaction, who, purpose: JourneyPurpose.trialFeedback, index: count, source, today,
      &tally)

    let decision = setting.segment.decision
    let seen = actedOn(satisfaction, who)
    var score = decision.intercept + decision.satisfaction * (seen - setting.startQuality)
    let gain = offers.gain(index)
    if gain > 0, decision.gain != 0 {
      let basket = meanBasket(&customer, index, who) * setting.segment.baskets.firstFactor
      score += decision.gain * gain / basket
    }
    var stream = draws.stream(who, JourneyPurpose.decision, index: count)
    if stream.uniform() < 1 / (1 + Double.exp(-score)) {
      let before = customer.ownFactor
      customer.stage = .customer
      customer.ownFactor = 1
      customer.offerFactor = offers.factor(index)
      customer.rate = Float(setting.traits.rate(draws, who))
      beginStay(&customer, who, at: time)
      order(&customer, index, who, at: time, today, &tally, before: before)
    } else {
      pause(&customer, today)
    }
  }

  /// Somebody has not bought, and waits before another trial.
  func pause(_ customer: inout Customer, _ today: Today) {
    customer.stage = .pausing
    customer.pausedUntil = UInt16(
      truncatingIfNeeded: min(Int(UInt16.max), today.day + 1 + setting.segment.trial.pause))
  }

  /// S = Q(d) + Normal(0, σ_S).
  func experience(_ who: Individual, purpose: Purpose, index: Int, quality: Double) -> Double {
    let spread = setting.satisfactionSpread
    guard spread > 0 else { return quality }
    var stream = draws.stream(who, purpose, index: index)
    return quality + spread * stream.normal()
  }

  /// The satisfaction the one who pays acts on, on the scale of S.
  func actedOn(_ satisfaction: Double, _ who: Individual) -> Double {
    let start = setting.startQuality
    return start + setting.traits.actsOn(draws, who) * (satisfaction - start)
  }

  /// Feedback and what follows from it: a Poisson number of people are told over the following days.
  ///
  /// An experience is positive where S ≥ 0, the point of indifference.
  func giveFeedback(
    _ satisfaction: Double, _ who: Individual, purpose: Purpose, index: Int, _ source: Int,
    _ today: Today, _ tally: inout Tally
  ) {
    let feedback = setting.segment.feedback
    guard feedback.probability > 0 else { return }
    var stream = draws.stream(who, purpose, index: index)
    guard stream.uniform() < feedback.probability else { return }
    tally.count(1, .feedback, day: today.day, segment: setting.index, source: source)
    tally.feedbacksGiven += 1
    let influence = setting.traits.influence(draws, who)
    guard influence > 0 else { return }
    // One draw's words end beyond some 4,000 people, and so does everybody's circle.
    let most = 3_500.0
    let told = Poisson(uncheckedMean: min(influence, most)).sample(&stream)
    for _ in 0..<min(told, Int(most)) {
      let person = min(people - 1, Int(stream.uniform() * Double(people)))
      let delay = feedback.delay > 0 ? feedback.delay * stream.exponential() : 0
      guard delay < Double(setting.days - today.day - 1) else { continue }
      let day = today.day + 1 + Int(delay)
      tally.outbox.append(
        Letter(
          to: person, from: personIndex(who), day: day, slot: nil,
          word: .experience(isGood: satisfaction >= 0)))
    }
  }
}
