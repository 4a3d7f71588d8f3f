/// Today as one segment sees it, fixed at the day's opening.
///
/// Two references, which are handed on as they are: what is looked into at every order is reached without counting any.
/// Through a crowd, or through an object that holds the setting, each look would count one.
struct Today: Sendable {
  /// The segment's, as it stands on this day.
  let setting: SegmentSetting
  private let morning: Morning

  init(_ setting: SegmentSetting, _ morning: Morning) {
    self.setting = setting
    self.morning = morning
  }

  @inline(__always) var day: Int { morning.day }
  @inline(__always) var quality: Double { morning.quality }
  /// All contact clocks of the market.
  @inline(__always) var contactClocks: [CommonClock] { morning.contactClocks }
  @inline(__always) var trials: CommonClock { morning.trials }
  /// By offer: simulated people who have taken part by this morning; empty where nobody looks.
  @inline(__always) var takers: [Int64] { morning.takers }
  /// Cases published by this morning, in the real market.
  @inline(__always) var cases: Double { morning.cases }
  /// What outside events make of it.
  @inline(__always) var outside: OutsideDay { morning.outside }
  /// The same day as people of each arm see it; empty where all see the same.
  @inline(__always) var ofArms: [Today] { morning.ofArms }
}

/// What of the market a segment sees in the morning.
///
/// A class: every crowd and offer looks at it every day, and a copy would count references to all it holds.
final class Morning: Sendable {
  let day: Int
  let quality: Double
  let contactClocks: [CommonClock]
  let trials: CommonClock
  let takers: [Int64]
  let cases: Double
  let outside: OutsideDay
  let ofArms: [Today]

  init(
    day: Int, quality: Double, contactClocks: [CommonClock], trials: CommonClock, takers: [Int64],
    cases: Double, outside: OutsideDay, ofArms: [Today]
  ) {
    self.day = day
    self.quality = quality
    self.contactClocks = contactClocks
    self.trials = trials
    self.takers = takers
    self.cases = cases
    self.outside = outside
    self.ofArms = ofArms
  }
}
