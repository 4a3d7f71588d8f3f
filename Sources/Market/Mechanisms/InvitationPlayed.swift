import Statistics

extension Invitation: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<Invitation>
    private let writing: Purpose
    private let drawing: Purpose
    private let drawingWelcome: Purpose
    private let welcoming: Response
    private let source: Int
    /// Who invited somebody, and until when it counts; empty before the first.
    private var invited: [Invited?] = []
    /// How many followed somebody; empty before the first.
    private var followers: [UInt32] = []
    /// Who they are of those who have brought some since the last reward, where others hear of a refusal.
    private var friends: [Int: [Int]] = [:]
    /// Who followed an invitation within the horizon, once each; empty before the first.
    private(set) var redemptions: [UInt16] = []
    /// Rewards that fell due this morning.
    private var due: [Claim] = []

    private struct Invited: Sendable {
      let from: Int
      let until: Int
      /// Whether they take the welcome.
      let takesWelcome: Bool
      /// What they gain by it apart from what others offer, minor units.
      var welcome: Float = 0
    }

    init(_ terms: Invitation, of offer: Offer, slot: Int, for crowd: Crowd) {
      participants = Participants(terms, of: offer, slot: slot, for: crowd)
      writing = Purpose("offer.\(offer.name).letters")
      drawing = Purpose("offer.\(offer.name).draw")
      drawingWelcome = Purpose("offer.\(offer.name).welcome draw")
      welcoming = Response(
        noise: participants.response.noise, purpose: Purpose("offer.\(offer.name).welcome"))
      source = crowd.setting.sources.named(Invitation.source)
    }

    static var touchesEverybody: Bool { true }

    static func couplings(_ terms: Invitation, of offer: Offer) -> Set<Coupling> { [.letters] }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      if crowd.setting.elsewhere.changes(on: today.day) { weighWelcomes(today.day, &crowd) }
      for letter in mail { read(letter, today, &crowd, &tally) }
      participants.open(today, &crowd, &tally)
      if crowd.isHunting, today.day == participants.offer.window.lowerBound {
        inviteThemselves(today, &crowd, &tally)
      }
      for index in participants.newTakers {
        let letters = crowd.write(
          .call, from: index, openness: participants.terms.openness, purpose: writing, about: slot,
          today, &tally)
        tally.count(
          Int64(letters), .letters, of: slot, day: today.day, segment: crowd.setting.index)
      }
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      let terms = participants.terms
      var claims = due
      due.removeAll(keepingCapacity: true)
      if !invited.isEmpty {
        if terms.counts == .trial {
          for index in crowd.day.trials { follow(index, nil, today, crowd, &tally) }
        }
        for order in crowd.day.ordersToSee(by: slot) where order.number == 1 {
          if let claim = welcome(order, today, crowd) { claims.append(claim) }
          follow(order.customer, order, today, crowd, &tally)
          invited[order.customer] = nil
        }
      }
      participants.close(today, &crowd, &tally)
      return claims
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      if verdict == .turnedDown {
        for friend in claim.others {
          send(.refusal, to: friend, from: claim.customer, today, crowd, &tally)
        }
      }
      guard case .paid(let amount) = verdict else { return }
      if let order = claim.order {
        // Their own reward goes to the one who invited them.
        crowd.reward(amount, for: order, slot: slot, isRedemption: false, today, &tally)
      } else {
        crowd.reward(amount, to: claim.customer, slot: slot, source: source, today, &tally)
        participants.redeem(claim.customer, today, &crowd, &tally)
      }
    }

    /// An invitation is read by somebody who has not bought yet, the first one that counts; or one was followed.
    private mutating func read(
      _ letter: Letter, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let (index, terms) = (letter.to - crowd.firstPerson, participants.terms)
      switch letter.word {
      case .answer: return count(letter.from, broughtBy: index, today, crowd)
      case .refusal: return participants.offer.hear(refusalOf: index, today, &crowd)
      case .call, .experience: break
      }
      guard crowd.inform(index, source: source, today, &tally) else { return }
      if invited.isEmpty { invited = Array(repeating: nil, count: crowd.customers.count) }
      if let known = invited[index], today.day < known.until { return }
      var takesWelcome = false
      var welcome = 0.0
      if terms.worthOfWelcome > 0 {
        let patience = participants.offer.holding?.patience ?? 1
        welcome = crowd.reference.gain(
          of: patience * terms.worthOfWelcome, index, on: today.day)
        let gain = welcome - elsewhere(for: index, on: today.day, &crowd)
        takesWelcome = welcoming.takesPart(
          gain: gain,
          left: crowd.setting.segment.participation.left(by: Easing(trust: terms.endorsement)),
          index, decidedBy: crowd.individual(index), &crowd)
        if takesWelcome { crowd.offers.setGain(Float(gain), slot: slot, customer: index) }
      }
      invited[index] = Invited(
        from: letter.from, until: today.day + terms.deadline, takesWelcome: takesWelcome,
        welcome: Float(welcome))
      if let chance = terms.convinces {
        crowd.convictions.set(
          chance, until: today.day + terms.deadline, index, among: crowd.customers.count)
      }
    }

    /// A welcome is money off a first order: others' offers are weighed against it.
    private func elsewhere(for index: Int, on day: Int, _ crowd: inout Crowd) -> Double {
      guard !crowd.setting.elsewhere.isNothing else { return 0 }
      let basket = crowd.setting.segment.baskets.firstFactor * crowd.meanBasket(of: index)
      return crowd.setting.elsewhere.worth(on: day, meanBasket: basket)
    }

    /// Others offer something else than yesterday: those who have taken a welcome weigh it anew.
    private func weighWelcomes(_ day: Int, _ crowd: inout Crowd) {
      for index in invited.indices {
        guard let known = invited[index], known.takesWelcome, day < known.until else { continue }
        let gain = known.welcome - Float(elsewhere(for: index, on: day, &crowd))
        crowd.offers.setGain(max(0, gain), slot: slot, customer: index)
      }
    }

    /// Somebody's friend has followed: every N-th makes a reward fall due.
    private mutating func count(
      _ friend: Int, broughtBy index: Int, _ today: Today, _ crowd: Crowd
    ) {
      let terms = participants.terms
      if followers.isEmpty { followers = Array(repeating: 0, count: crowd.customers.count) }
      followers[index] += 1
      let areToHear = (participants.offer.screening?.loses ?? 0) > 0
      if areToHear { friends[index, default: []].append(friend) }
      let (count, rest) = Int(followers[index]).quotientAndRemainder(dividingBy: terms.friends)
      guard rest == 0 else { return }
      let others = friends.removeValue(forKey: index) ?? []
      guard count <= terms.times ?? .max else { return }
      let reward =
        terms.dealt.map { draw(from: $0, index, drawing, number: count, crowd) } ?? terms.reward
      var claim = Claim(reward, of: index, at: Double(today.day))
      claim.others = others
      due.append(claim)
    }

    /// Bonus hunters invite themselves: as many accounts as make full rewards follow the first, where a reward is worth
    /// more than the accounts it takes.
    private mutating func inviteThemselves(
      _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      let offer = participants.offer
      // Who orders once at most is no member before, and has not been silent.
      guard let hunters = crowd.setting.segment.hunters, !offer.isForSome,
        offer.segments.contains(crowd.setting.index)
      else { return }
      let terms = participants.terms
      let useful = min(terms.times ?? .max, hunters.accounts / terms.friends) * terms.friends
      for index in crowd.customers.indices {
        let number = hunters.number(of: crowd.firstIndex + index)
        guard number < useful,
          participants.response.takesPart(
            gain: terms.worthOfReward / Double(terms.friends), index,
            decidedBy: crowd.decider(index), &crowd)
        else { continue }
        if invited.isEmpty { invited = Array(repeating: nil, count: crowd.customers.count) }
        invited[index] = Invited(
          from: crowd.firstPerson + index - number, until: today.day + 1,
          takesWelcome: terms.worthOfWelcome > 0)
        crowd.hunt(index, 0, today, &tally)
      }
    }

    /// What somebody draws for their so-manieth reward, minor units.
    private func draw(
      from dealt: LuckyDraw, _ index: Int, _ purpose: Purpose, number: Int, _ crowd: Crowd
    ) -> Int64 {
      var stream = crowd.draws.stream(crowd.individual(index), purpose, index: number)
      return dealt.amount(stream.uniform())
    }

    /// Somebody does what they were invited to: who invited them hears of it tomorrow, or where rewards are held back
    /// once they are due, unless the order has gone back by then.
    private mutating func follow(
      _ index: Int, _ order: Order?, _ today: Today, _ crowd: Crowd, _ tally: inout Tally
    ) {
      guard let known = invited[index], today.day < known.until else { return }
      invited[index] = nil
      if today.day < crowd.setting.horizon {
        if redemptions.isEmpty {
          redemptions = Array(repeating: 0, count: crowd.customers.count)
        }
        redemptions[index] = 1
      }
      tally.count(1, .followed, of: slot, day: today.day, segment: crowd.setting.index)
      var day = today.day + 1
      if let holding = participants.offer.holding {
        let due = (order?.time ?? Double(today.day)) + holding.days
        if let order, let back = crowd.returnTime(of: order), back <= due {
          tally.count(1, .withheld, of: slot, day: today.day, segment: crowd.setting.index)
          return
        }
        day = max(day, Int(due))
      }
      send(.answer, to: known.from, from: index, on: day, today, crowd, &tally)
    }

    private func send(
      _ word: Letter.Word, to person: Int, from index: Int, on day: Int? = nil, _ today: Today,
      _ crowd: Crowd, _ tally: inout Tally
    ) {
      tally.outbox.append(
        Letter(
          to: person, from: crowd.firstPerson + index, day: day ?? today.day + 1, slot: slot,
          word: word))
    }

    /// What a first order is paid that was invited.
    private func welcome(_ order: Order, _ today: Today, _ crowd: Crowd) -> Claim? {
      guard let known = invited[order.customer], today.day < known.until, known.takesWelcome,
        order.place < crowd.day.orders.count, crowd.day.orders[order.place].time == order.time
      else { return nil }
      let terms = participants.terms
      let welcome =
        terms.dealtWelcome.map { draw(from: $0, order.customer, drawingWelcome, number: 1, crowd) }
        ?? terms.welcome
      let amount = min(welcome, crowd.leftToPay(on: order))
      return amount > 0 ? Claim(amount, on: order) : nil
    }
  }
}
