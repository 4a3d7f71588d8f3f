import Documents

/// The figures of a scenario beside each other, for warnings where one of them is out of all
/// proportion: most likely a slip of the pen, such as a budget per year written per day.
///
/// What is not known stands at its median here.
struct Proportions {
  let scenario: Scenario
  let root: Element

  /// People each simulated customer stands for: what a plan holds is one sample's.
  var standsFor: Double { Double(scenario.market.standsFor) }

  /// How many people live in some segments, today's customers included.
  func people(in segments: some Sequence<Int>) -> Double {
    segments.reduce(0) { count, index in
      let segment = scenario.market.segments[index]
      return count + Double(segment.size) * standsFor + Double(segment.base.count)
    }
  }

  /// Minor units of a segment's mean order at the prices of a plan.
  func meanBasket(_ index: Int, under plan: Plan) -> Double {
    let baskets = scenario.market.segments[index].baskets
    return baskets.p * baskets.gamma / (baskets.q - 1) * (1 + plan.operations.prices.change)
  }

  /// An amount as a planner writes it, in whole units where there are many.
  func money(_ minor: Double) -> String {
    let amount = minor / scenario.currency.scale
    let rounded = amount >= 100 ? amount.rounded() : (amount * 100).rounded() / 100
    return "\(plain(rounded)) \(scenario.currency.code)"
  }

  /// Where a plan's figure is written: in the plan, in the baseline or where it is described.
  func element(_ plan: Int, _ kind: String, _ name: String, _ keys: String...) -> Element {
    var blocks = [root[kind]?[name]]
    if case .list(let items)? = root["plans"]?.content {
      blocks.insert(items.first?[kind]?[name], at: 0)
      if items.indices.contains(plan) { blocks.insert(items[plan][kind]?[name], at: 0) }
    }
    let written = blocks.compactMap { $0 }
    for block in written {
      for key in keys {
        if let element = block[key] { return element }
      }
    }
    return written.first ?? root
  }

  /// Where a plan is named.
  func element(_ plan: Int) -> Element {
    guard case .list(let items)? = root["plans"]?.content, items.indices.contains(plan) else {
      return root
    }
    return items[plan]["name"] ?? items[plan]
  }
}
