import RealModule
import Statistics

/// A segment's committee under one plan, with what eases its roles.
///
/// A class for the same reason as `SegmentSetting`.
final class CommitteeSetting: Sendable {
  let roles: [Role]
  let cases: PublishedCases
  /// Channels whose contacts ease roles, be they another committee's: places stay when the plan's ends.
  private let easing: [Easing]

  static let agreement = Purpose("committee.case")

  struct Role: Sendable {
    /// Infinite where the answer is certain: then nothing moves it.
    let logOdds: Double
    let takes: Double
    let meeting: Int64
    /// `index` counts the trial before.
    let delay: Purpose
    let answer: Purpose
  }

  private struct Easing: Sendable {
    let source: Int
    /// For how many days, that of the contact included.
    let days: Int
    /// What it adds to the log-odds, by role.
    let byRole: [Double]
  }

  init(_ committee: Committee, _ channels: [Channel]) {
    roles = committee.roles.map { role in
      Role(
        logOdds: Double.log(role.approves / (1 - role.approves)), takes: role.takes,
        meeting: role.meeting, delay: Purpose("committee.takes.\(role.name)"),
        answer: Purpose("committee.approves.\(role.name)"))
    }
    cases = committee.cases
    easing = channels.enumerated().compactMap { source, channel in
      guard channel.isUsed, !channel.easesRoles.isEmpty else { return nil }
      return Easing(
        source: source, days: channel.easesRolesFor,
        byRole: committee.roles.map { channel.easesRoles[$0.name] ?? 0 })
    }
  }

  /// Which of the channels that ease a role a contact is by.
  func place(of source: Int) -> Int? { easing.firstIndex { $0.source == source } }

  /// How many channels ease a role.
  var channels: Int { easing.count }

  /// What makes a role say yes: log-odds θ + Σ eased by channels + c·ln(1 + cases).
  ///
  /// - Parameters:
  ///   - role: The place of the role.
  ///   - published: Cases of the whole market published by this morning.
  ///   - isReached: Whether a channel's contact is still felt, by its place among those that ease roles and the days
  ///     for which it is.
  /// - Returns: The chance of a yes.
  func chance(of role: Int, published: Double, isReached: (_ place: Int, _ days: Int) -> Bool)
    -> Double
  {
    var score = roles[role].logOdds
    if cases.helps != 0 { score += cases.helps * Double.log(onePlus: cases.already + published) }
    for place in easing.indices
    where easing[place].byRole[role] != 0 && isReached(place, easing[place].days) {
      score += easing[place].byRole[role]
    }
    return 1 / (1 + Double.exp(-score))
  }
}
