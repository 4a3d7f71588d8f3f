import Documents

extension ScenarioFile {
  /// The range a lever's key holds where nobody knows its figure; nil where somebody has chosen it.
  ///
  /// The range stands there, or under `assumptions` by the name that stands there.
  func assumption(at lever: Lever) -> QuantityRange? {
    guard let root = document.root, case .scalar(let text)? = held(lever, root)?.content else {
      return nil
    }
    guard let declared = root["assumptions"]?[text] else { return try? QuantityRange(text) }
    guard case .scalar(let range) = (declared["value"] ?? declared).content else { return nil }
    return try? QuantityRange(figureOrRange: range)
  }

  /// What the plan has at the lever's key, else what all plans have there.
  private func held(_ lever: Lever, _ root: Element) -> Element? {
    let plans: [Element] =
      if case .list(let plans)? = root["plans"]?.content { plans } else { [] }
    let plan = plans.first { $0["name"]?.content == .scalar(lever.plan) }
    let way = Element.way(lever.key, in: [plan, plans.first, root].compactMap(\.self))
    return plan?.value(at: way) ?? root.value(at: way)
  }
}

extension Element {
  fileprivate func value(at way: [String]) -> Element? {
    way.reduce(.some(self)) { element, key in element?[key] }
  }
}
