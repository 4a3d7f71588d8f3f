import Statistics

/// Word of mouth: who has an experience writes to people at random, who read it on a later day.
extension Crowd {
  /// Feedback and what follows from it: a Poisson number of people are told over the following days.
  ///
  /// An experience is positive where S ≥ 0, the point of indifference. Who is rewarded for it gives it for certain.
  @inline(__always)
  mutating func giveFeedback(
    _ satisfaction: Double, _ who: Individual, purpose: Purpose, index: Int, _ source: Int,
    isCertain: Bool = false, _ today: Today, _ tally: inout Tally
  ) {
    let probability = today.setting.segment.feedback.probability
    guard probability > 0 || isCertain else { return }
    var stream = draws.stream(who, purpose, index: index)
    guard stream.uniform() < probability || isCertain else { return }
    tellOthers(of: satisfaction, who, source, &stream, today, &tally)
  }

  /// Somebody has given feedback, and tells those whom the rest of its draw chooses.
  private mutating func tellOthers(
    of satisfaction: Double, _ who: Individual, _ source: Int, _ stream: inout DrawStream,
    _ today: Today, _ tally: inout Tally
  ) {
    let feedback = today.setting.segment.feedback
    tally.count(1, .feedback, day: today.day, segment: today.setting.index, source: source)
    tally.feedbacksGiven += 1
    let influence = today.setting.traits.influence(draws, who)
    guard influence > 0 else { return }
    for _ in 0..<circle(influence, &stream) {
      let person = somebody(stream.uniform())
      let delay = feedback.delay > 0 ? feedback.delay * stream.exponential() : 0
      guard delay < Double(today.setting.days - today.day - 1) else { continue }
      let day = today.day + 1 + Int(delay)
      tally.outbox.append(
        Letter(
          to: person, from: personIndex(who), day: day, slot: nil,
          word: .experience(isGood: satisfaction >= 0)))
    }
  }

  /// Somebody writes once to Poisson(influence·openness) people at random, who read it tomorrow.
  ///
  /// - Returns: How many letters they write.
  func write(
    _ word: Letter.Word, from index: Int, openness: Double, purpose: Purpose,
    about slot: Int? = nil,
    _ today: Today, _ tally: inout Tally
  ) -> Int {
    let who = individual(index)
    let mean = setting.traits.influence(draws, who) * openness
    guard mean > 0 else { return 0 }
    var stream = draws.stream(who, purpose)
    let count = circle(mean, &stream)
    for _ in 0..<count {
      tally.outbox.append(
        Letter(
          to: somebody(stream.uniform()), from: firstPerson + index, day: today.day + 1, slot: slot,
          word: word))
    }
    return count
  }

  /// How many of the people they reach somebody writes to.
  private func circle(_ mean: Double, _ stream: inout DrawStream) -> Int {
    let most = DrawStream.most
    return min(most, Poisson(uncheckedMean: min(mean, Double(most))).sample(&stream))
  }

  /// Who of all people simulated a draw of 0 … 1 falls on.
  func somebody(_ uniform: Double) -> Int { min(people - 1, Int(uniform * Double(people))) }

  /// Being told of somebody's experience, at the opening of a day.
  mutating func hear(_ letter: Letter, _ index: Int, _ day: Today, _ tally: inout Tally) {
    guard letter.word != .experience(isGood: true) else {
      inform(index, source: day.setting.sources.wordOfMouth, day, &tally)
      return
    }
    guard customers[index].stage.isProspect else { return }
    let today = view(of: day, index)
    let kept = 1 - setting.segment.feedback.harm
    customers[index].ownFactor *= Float(kept)
    if customers[index].stage == .aware {
      let reading = today.trials.known[today.day]
      customers[index].target = reading + (customers[index].target - reading) / kept
    }
    reschedule(index, from: today.day, today)
  }
}
