import Statistics

/// What decides somebody's journey besides what has become of them: their segment's setting and the draws.
///
/// A crowd is far too large to be handed to every decision, for which a copy of it would be laid out; these two are not.
/// What follows them is inlined, and they are said anew at each use: rules or settings that are given a name, or handed
/// to a call, count a reference. For the same reason what a crowd does at every order is `mutating` where it only reads.
struct JourneyRules {
  let setting: SegmentSetting
  let draws: Draws
  /// What binds somebody to us beside their satisfaction.
  var bond = 0.0

  /// ν, drawn when first needed.
  @inline(__always)
  func basketRate(_ customer: inout Customer, _ who: Individual) -> Double {
    if customer.basketRate < 0 {
      customer.basketRate = Float(setting.traits.basketRate(draws, who))
    }
    return Double(customer.basketRate)
  }

  /// The mean basket p/ν, minor units.
  @inline(__always)
  func meanBasket(_ customer: inout Customer, _ who: Individual) -> Double {
    setting.meanBasket(atRate: basketRate(&customer, who))
  }
}

extension SegmentSetting {
  /// The mean basket p/ν, minor units.
  @inline(__always)
  func meanBasket(atRate rate: Double) -> Double { prices * segment.baskets.p / rate }
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
