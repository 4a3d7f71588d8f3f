/// Several plans as the arms of one experiment: people share the market, and each is offered their arm's.
///
/// An offer that several arms make in the same words is one offer with one budget, unless they make offers in another
/// order. Arms that buy different contacts each buy for their own people, as much a head as their plan buys in the whole
/// market; what a contact costs depends on all who have been reached.
public struct ArmDesign: Sendable {
  /// The first is the control.
  public let arms: [Plan]
  public let enrolment: Enrolment
  /// What the market plays where everybody is in one arm: its channels and the offers of each.
  let markets: [Plan]
  /// By offer of the market: bit k where arm k makes it.
  private let makers: [UInt64]

  /// Puts the arms into one market.
  ///
  /// - Throws: Where there are not two arms or more, or they differ in what the people of one market share.
  public init(_ arms: [Plan], enrolment: Enrolment = .start) throws(ArmProblem) {
    guard let control = arms.first, arms.count >= 2 else {
      throw ArmProblem("An experiment needs at least two arms.")
    }
    guard arms.count <= UInt64.bitWidth else {
      throw ArmProblem("An experiment has at most \(UInt64.bitWidth) arms.")
    }
    for arm in arms { try Self.check(arm, control) }
    let shared = ArmOffers(arms)
    try shared.check(arms)
    self.arms = arms
    self.enrolment = enrolment
    let name = arms.map(\.name).joined(separator: " and ")
    markets = arms.map {
      Plan(
        name: name, channels: $0.channels, offers: shared.offers, operations: control.operations)
    }
    makers = shared.makers
  }

  /// Whether somebody in an arm is offered what is in a slot of the market.
  func offers(_ slot: Int, to arm: UInt8) -> Bool { makers[slot] & (1 << UInt64(arm)) != 0 }

  /// Whether some arm makes an offer that another does not.
  func differs(_ slot: Int) -> Bool { makers[slot].nonzeroBitCount < arms.count }

  /// Whether the arms buy different contacts.
  public var hasOwnChannels: Bool { arms.contains { $0.channels != arms[0].channels } }

  /// Each channel as that arm has it which uses it first.
  var channelsUsed: [Channel] {
    arms[0].channels.indices.map { place in
      let channels = arms.map { $0.channels[place] }
      return channels.filter(\.isUsed).min { $0.days.lowerBound < $1.days.lowerBound }
        ?? channels[0]
    }
  }

  /// The first day on which contacts differ between the arms for a segment's prospects, if ever.
  func firstContact(of segment: Int) -> Int? {
    arms[0].channels.indices.compactMap { place in
      let channels = arms.map { $0.channels[place] }
      guard channels.contains(where: { $0 != channels[0] }),
        channels[0].audience.contains(segment)
      else { return nil }
      return channels.filter(\.isUsed).map(\.days.lowerBound).min()
    }.min()
  }

  /// The first day on which anything differs between the arms; `nil` where nothing ever does.
  public var firstDifference: Int? {
    let offers = markets[0].offers
    let windows = offers.indices.filter { differs($0) }.map { offers[$0].window.lowerBound }
    let segmentsReached = Set(arms[0].channels.flatMap(\.audience))
    return (windows + segmentsReached.compactMap { firstContact(of: $0) }).min()
  }

  /// Fixed costs of an arm's offers that begin within so many days, minor units.
  func fixedCost(of arm: Int, within days: Int) -> Int64 {
    arms[arm].offers.filter { $0.window.lowerBound < days }.reduce(0) { $0 + $1.fixedCost }
  }
}
