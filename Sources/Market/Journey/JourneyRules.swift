import Statistics

/// What decides somebody's journey besides what has become of them: their segment's setting and the draws.
///
/// A crowd is far too large to be handed to every decision, for which a copy of it would be laid out; these two are not.
/// What follows them is inlined, or every call would count a reference to the setting.
struct JourneyRules {
  let setting: SegmentSetting
  let draws: Draws
  /// What binds somebody to us beside their satisfaction.
  var bond = 0.0
}

extension Crowd {
  @inline(__always)
  var rules: JourneyRules { JourneyRules(setting: setting, draws: draws) }

  /// The same with what binds somebody, for what hangs on how long they stay.
  @inline(__always)
  func rules(for index: Int) -> JourneyRules {
    JourneyRules(setting: setting, draws: draws, bond: bonds.held(index))
  }

  /// The rules of today.
  @inline(__always)
  func rules(on today: Today) -> JourneyRules {
    JourneyRules(setting: today.setting, draws: draws)
  }

  /// The same with what binds somebody.
  @inline(__always)
  func rules(for index: Int, on today: Today) -> JourneyRules {
    JourneyRules(setting: today.setting, draws: draws, bond: bonds.held(index))
  }
}
