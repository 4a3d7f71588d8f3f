import Statistics

/// How people come to an offer: they may notice it from some day on, notice it, and decide.
extension Participants {
  func mayNotice(_ customer: Customer) -> Bool {
    customer.stage != .unaware && offer.isFor(ordersSoFar: Int(customer.orders))
  }

  /// Whether it is nothing to bonus hunters, who order once at most.
  @inline(__always)
  func isNoPrey(_ crowd: Crowd) -> Bool {
    guard crowd.isHunting else { return false }
    return switch Terms.huntedBy {
    case .order: !offer.covers(orderNumber: 1)
    case .task: false
    case nil: true
    }
  }

  /// From here on somebody may notice, on a day that their draw fixes; where it is had at once, they are
  /// counted, and in an experiment, from that day on.
  mutating func becomeEligible(
    _ index: Int, from day: Int, hadOn had: Int? = nil, _ crowd: inout Crowd,
    _ tally: inout Tally
  ) {
    let first = max(day, offer.window.lowerBound)
    let isTooLate = first >= offer.window.upperBound
    guard !isTooLate, !isNoPrey(crowd), !isHeldOut(index, crowd) else {
      lives[index].meet(.eligible(noticesOn: nil))
      return keepOut(index, &crowd)
    }
    crowd.arms?.meet(slot, index, from: had ?? first)
    guard !isWithdrawn, isOffered(to: index, crowd) else {
      lives[index].meet(.eligible(noticesOn: nil))
      return keepOut(index, &crowd)
    }
    tally.count(1, .eligible, of: slot, day: had ?? day, segment: crowd.setting.index)
    let noticed = dayOfNoticing(index, from: first, &crowd)
    lives[index].meet(.eligible(noticesOn: noticed))
    if let noticed { book.enter(index, on: noticed) }
  }

  /// What everybody simply gets is in hand with the order that brings or redeems it; else it is as if it were noticed
  /// tomorrow.
  mutating func handOver(
    _ index: Int, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    guard offer.isAutomatic, !lives.isEmpty, lives[index].stage == .waiting else { return }
    notice(index, from: today.day + 1, today, &crowd, &tally)
    refresh(index, from: today.day + 1, &crowd)
  }

  func dayOfNoticing(_ index: Int, from first: Int, _ crowd: inout Crowd) -> Int? {
    // Hunters hear of everything at once.
    if crowd.isHunting { return first }
    if announcer != nil { return Self.whenTold }
    guard case .decided(let chance, let fading, _) = offer.participation else { return first }
    var stream = crowd.draws.stream(crowd.individual(index), noticing)
    let uniform = stream.uniform()
    let wait =
      if let stretch = offer.stretch {
        // How long somebody holds on to it is theirs alone.
        Attention(
          first: chance,
          fading: stretch.fading(from: fading, worth: worth(to: index, &crowd)),
          days: offer.window.count
        ).day(uniform)
      } else {
        attention.day(uniform)
      }
    guard let wait else { return nil }
    let day = first + wait - 1
    return day < offer.window.upperBound ? day : nil
  }

  /// A day that is never played: who is told of an offer notices it then.
  static var whenTold: Int { Int(UInt16.max) }

  /// Who has been told of the offer notices it on a day.
  @inline(__always)
  mutating func hear(from day: Int, _ crowd: Crowd) {
    guard let announcer, day < offer.window.upperBound else { return }
    for told in crowd.day.announcements where told.by == announcer {
      guard lives[told.to].stage == .waiting, Int(lives[told.to].day) > day else { continue }
      lives[told.to].meet(.told(on: day))
      book.enter(told.to, on: day)
    }
  }

  /// The gain is judged by the reference reward before the offer is seen, and decided on once.
  mutating func notice(
    _ index: Int, decides: Bool = true, from day: Int? = nil, _ today: Today,
    _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    let day = day ?? today.day
    // Who has left the group, or ordered, since they could first notice it.
    guard isMeant(for: index, on: day, crowd) else {
      return lives[index].meet(.foundNothing)
    }
    let worth = worth(to: index, &crowd)
    guard !decides || !isNothing(worth: worth, &crowd) else {
      lives[index].meet(.foundNothing)
      return
    }
    let gained = crowd.reference.gain(of: worth, index, on: day)
    let perceived = gained - elsewhere(for: index, on: day, &crowd)
    crowd.see(worth, slot: slot, index, from: day)
    crowd.count(.noticed, of: slot, index, today, &tally)
    // What everybody simply gets a hunter has to find worth an account.
    let takes =
      offer.isAutomatic && !crowd.isHunting || !decides
      || response.takesPart(
        gain: perceived,
        left: crowd.setting.segment.participation.left(by: easing(for: index, today, crowd)), index,
        decidedBy: crowd.decider(index), &crowd)
    guard takes else {
      lives[index].meet(.decided(takes: false, until: offer.window.upperBound))
      return
    }
    crowd.count(.taken, of: slot, index, today, &tally)
    newTakers.append(index)
    gain[index] = Float(gained)
    let until = offer.validity.map { min(end, day + $0) } ?? end
    lives[index].meet(.decided(takes: true, until: until))
  }

  /// Whether it may be put to somebody today; if so they are in an experiment about it from here on.
  func mayApproach(_ index: Int, _ today: Today, _ crowd: inout Crowd) -> Bool {
    guard !isWithdrawn, lives[index].stage != .live, !isHeldOut(index, crowd),
      isMeant(for: index, on: today.day, crowd)
    else { return false }
    crowd.arms?.meet(slot, index, from: today.day)
    return isOffered(to: index, crowd)
  }

  /// It is put to somebody at the opening of a day, after `open`, whatever became of it before: they notice it, and
  /// take part without more ado, or decide.
  mutating func approach(
    _ index: Int, decides: Bool, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
  ) {
    lives[index].meet(.approached)
    notice(index, decides: decides, today, &crowd, &tally)
    refresh(index, from: today.day, &crowd)
  }
}
