/// Several plans as the arms of one experiment: people share the market, and each is offered their arm's.
///
/// Contacts are bought for everybody, so the arms must buy the same ones; they differ in their offers. An
/// offer that several arms make in the same words is one offer with one budget.
public struct ArmDesign: Sendable {
  /// The first is the control.
  public let arms: [Plan]
  /// What the market plays: the channels of all arms and the offers of each.
  let market: Plan
  /// By offer of the market: bit k where arm k makes it.
  private let makers: [UInt64]

  /// Puts the arms into one market.
  ///
  /// - Throws: Where there are not two arms or more, or they buy different contacts.
  public init(_ arms: [Plan]) throws(ArmProblem) {
    guard let control = arms.first, arms.count >= 2 else {
      throw ArmProblem("An experiment needs at least two arms.")
    }
    guard arms.count <= UInt64.bitWidth else {
      throw ArmProblem("An experiment has at most \(UInt64.bitWidth) arms.")
    }
    for arm in arms where arm.channels != control.channels {
      let different = zip(arm.channels, control.channels).filter { $0 != $1 }.map { $0.0.name }
      throw ArmProblem(
        "“\(control.name)” and “\(arm.name)” buy different contacts"
          + (different.isEmpty ? "" : " (\(different.joined(separator: ", ")))")
          + ": everybody in a market sees the same channels, so that arms can differ only in their"
          + " offers. Compare such plans with “flywheel run”.")
    }
    var market = Plan(
      name: arms.map(\.name).joined(separator: " and "), channels: control.channels)
    var makers: [UInt64] = []
    for (place, arm) in arms.enumerated() {
      for offer in arm.coupons {
        let slot = market.coupons.indices.first {
          market.coupons[$0] == offer && makers[$0] & (1 << place) == 0
        }
        if let slot {
          makers[slot] |= 1 << place
        } else {
          market.coupons.append(offer)
          makers.append(1 << place)
        }
      }
    }
    self.arms = arms
    self.market = market
    self.makers = makers
  }

  /// Whether somebody in an arm is offered what is in a slot of the market.
  func offers(_ slot: Int, to arm: UInt8) -> Bool { makers[slot] & (1 << UInt64(arm)) != 0 }

  /// Fixed costs of an arm's offers that begin within so many days, minor units.
  func fixedCost(of arm: Int, within days: Int) -> Int64 {
    arms[arm].coupons.filter { $0.window.lowerBound < days }.reduce(0) { $0 + $1.fixedCost }
  }
}

/// The arms a crowd's people are in.
struct CrowdArms: Sendable {
  let design: ArmDesign
  /// By customer.
  let arm: [UInt8]

  func offers(_ slot: Int, to customer: Int) -> Bool {
    design.offers(slot, to: arm[customer])
  }
}
