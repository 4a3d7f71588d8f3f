import RealModule
import Statistics

/// Something to do on several days for a reward (集卡, 签到), such as checking in ten times: few go on to the end.
///
/// On the day of taking part and on each day after it the next of n steps is taken with probability c·e^(−k/T), k the
/// steps taken. Where a missed day loses everything, so many finish: cⁿ·e^(−n(n − 1)/(2T)).
public struct DailyTask: OfferTerms {
  public static let kind = "tasks"
  public static var isRedeemed: Bool { false }

  /// Paid at the end, or for each step, minor units.
  public var reward: Int64
  /// What that is worth to a customer, minor units; `nil` for the reward itself.
  public var rewardIsWorth: Double?
  public var paid: Payment
  /// n.
  public var steps: Int
  /// c: how likely somebody goes on who is not tired.
  public var goesOn: Double
  /// T: steps after which that chance has fallen by 63 %; infinite where nobody tires.
  public var tiring: Double
  public var missed: MissedDay
  /// Days from taking part on in which all steps have to be taken; `nil` for those of the window.
  public var within: Int?
  /// How likely people expect to finish when they weigh the reward; `nil` where they know it.
  public var expected: Double?
  /// s: what giving up after a first step takes off satisfaction.
  public var disappointment: Double
  /// Friends told by who has taken every step, as a share of the people somebody tells of an experience.
  public var openness: Double

  public enum Payment: String, Sendable, CaseIterable {
    case end
    /// For each.
    case steps
  }

  /// What becomes of the steps taken where a day is missed.
  public enum MissedDay: String, Sendable, CaseIterable {
    /// All are lost, and it is over.
    case lost
    /// The next day the same step can be taken.
    case kept
  }

  public init(
    reward: Int64, rewardIsWorth: Double? = nil, paid: Payment = .end, steps: Int, goesOn: Double,
    tiring: Double = .infinity, missed: MissedDay = .lost, within: Int? = nil,
    expected: Double? = nil, disappointment: Double = 0, openness: Double = 0
  ) {
    self.reward = reward
    self.rewardIsWorth = rewardIsWorth
    self.paid = paid
    self.steps = steps
    self.goesOn = goesOn
    self.tiring = tiring
    self.missed = missed
    self.within = within
    self.expected = expected
    self.disappointment = disappointment
    self.openness = openness
  }

  public static var rewardsOrders: Bool { false }
  public static var huntedBy: Hunters.Deed? { .task }

  /// What the reward is worth times the chance to finish, or the steps expected.
  public func worth(to shopper: Shopper) -> Double {
    let each = rewardIsWorth ?? Double(reward)
    return each * (expected ?? reckoned) * (paid == .end ? 1 : Double(steps))
  }

  /// What people reckon with who know it: the chance to finish, or the share of the steps they will take.
  var reckoned: Double { paid == .end ? finishing : stepsExpected / Double(steps) }

  /// c·e^(−k/T) after k steps.
  func chance(after step: Int) -> Double { goesOn * Double.exp(-Double(step) / tiring) }

  /// The chance to take every step in time.
  var finishing: Double { reaching[steps] }

  /// The mean number of steps taken.
  var stepsExpected: Double { reaching.dropFirst().reduce(0, +) }

  /// By number of steps: the chance to take so many in time.
  ///
  /// Where steps are kept and nothing limits the days, everybody finishes in the end.
  private var reaching: [Double] {
    guard missed == .kept else {
      var chance = 1.0
      return [1]
        + (0..<steps).map { step in
          chance *= step < within ?? steps ? self.chance(after: step) : 0
          return chance
        }
    }
    guard let within else { return Array(repeating: 1, count: steps + 1) }
    var standing = [1.0] + Array(repeating: 0.0, count: steps)
    for _ in 0..<within {
      for step in (0..<steps).reversed() {
        let moved = standing[step] * chance(after: step)
        standing[step] -= moved
        standing[step + 1] += moved
      }
    }
    return (0...steps).map { count in standing[count...].reduce(0, +) }
  }
}

extension DailyTask: PlayedTerms {
  struct Played: Mechanism {
    var participants: Participants<DailyTask>
    private let stepping: Purpose
    private let telling: Purpose
    private var underWay: [Progress] = []
    /// Rewards that fell due this morning.
    private var due: [Claim] = []

    private struct Progress: Sendable {
      let index: Int
      let since: Int
      var steps = 0
    }

    init(_ terms: DailyTask, of offer: Offer, slot: Int, for crowd: Crowd) {
      // It is the same for everybody, and takes long to work out.
      var known = terms
      known.expected = crowd.isHunting ? 1 : terms.expected ?? terms.reckoned
      participants = Participants(known, of: offer, slot: slot, for: crowd)
      stepping = Purpose("offer.\(offer.name).step")
      telling = Purpose("offer.\(offer.name).letters")
    }

    static func couplings(_ terms: DailyTask, of offer: Offer) -> Set<Coupling> {
      terms.openness > 0 ? [.letters] : []
    }

    mutating func open(
      _ mail: [Letter], _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      participants.open(today, &crowd, &tally)
      underWay += participants.newTakers.map { Progress(index: $0, since: today.day) }
      var going: [Progress] = []
      for progress in underWay {
        if let next = step(progress, today, &crowd, &tally) { going.append(next) }
      }
      underWay = going
    }

    mutating func close(_ today: Today, _ crowd: inout Crowd, _ tally: inout Tally) -> [Claim] {
      participants.close(today, &crowd, &tally)
      defer { due.removeAll(keepingCapacity: true) }
      return due
    }

    mutating func settle(
      _ claim: Claim, _ verdict: Verdict, _ today: Today, _ crowd: inout Crowd,
      _ tally: inout Tally
    ) {
      guard case .paid(let amount) = verdict else { return }
      crowd.reward(amount, to: claim.customer, slot: slot, today, &tally)
      participants.redeem(claim.customer, today, &crowd, &tally)
    }

    /// The offer is over, and with it what is under way.
    mutating func withdraw(_ today: Today, _ crowd: inout Crowd) {
      underWay = []
      participants.withdraw(today, &crowd)
    }

    /// Somebody's day with it; hunters do not tire.
    ///
    /// - Returns: Where they stand, unless it is over for them.
    private mutating func step(
      _ progress: Progress, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) -> Progress? {
      var progress = progress
      let (index, terms) = (progress.index, participants.terms)
      let days = today.day - progress.since
      let isTooLate =
        !participants.isHonoured(on: today.day) || days >= terms.within ?? .max
      var stream = crowd.draws.stream(crowd.individual(index), stepping, index: days)
      guard !isTooLate,
        crowd.isHunting || stream.uniform() < terms.chance(after: progress.steps)
      else {
        if !isTooLate, terms.missed == .kept { return progress }
        giveUp(progress, today, &crowd, &tally)
        return nil
      }
      progress.steps += 1
      let isDone = progress.steps == terms.steps
      if terms.paid == .steps || isDone {
        due.append(Claim(terms.reward, of: index, at: Double(today.day)))
      }
      guard isDone else { return progress }
      tally.count(1, .finished, of: slot, day: today.day, segment: crowd.setting.index)
      participants.finish(index, today, &crowd)
      tellFriends(index, today, crowd, &tally)
      return nil
    }

    /// Who has taken every step tells friends, who read it as word of mouth.
    private func tellFriends(
      _ index: Int, _ today: Today, _ crowd: Crowd, _ tally: inout Tally
    ) {
      let letters = crowd.write(
        .experience(isGood: true), from: index, openness: participants.terms.openness,
        purpose: telling, today, &tally)
      tally.count(Int64(letters), .letters, of: slot, day: today.day, segment: crowd.setting.index)
    }

    private mutating func giveUp(
      _ progress: Progress, _ today: Today, _ crowd: inout Crowd, _ tally: inout Tally
    ) {
      participants.finish(progress.index, today, &crowd)
      guard progress.steps > 0 else { return }
      tally.count(1, .gaveUp, of: slot, day: today.day, segment: crowd.setting.index)
      crowd.disappoint(progress.index, by: participants.terms.disappointment, today, &tally)
    }
  }
}
