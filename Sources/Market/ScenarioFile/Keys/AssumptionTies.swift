import Documents
import Statistics

extension DeclaredAssumptions {
  /// Takes up which assumptions move with each other, and refuses what cannot be.
  mutating func tie(_ reading: inout Reading) {
    var said: [Set<String>: Correlation] = [:]
    for declared in drafts {
      for companion in declared.draft.movesWith { tie(declared, companion, &said, &reading) }
    }
    do throws(ImpossibleCorrelations) {
      _ = try GaussianCopula(drafts.map(\.name), correlations)
    } catch {
      refuse(error, &reading)
    }
  }

  private mutating func tie(
    _ declared: Declared, _ companion: AssumptionDraft.Companion,
    _ said: inout [Set<String>: Correlation], _ reading: inout Reading
  ) {
    guard companion.name != declared.name else {
      reading.refuse(
        companion.element, reason: "An assumption always moves with itself.",
        rule: "Name another one.")
      return
    }
    guard let other = self[companion.name] else {
      let known = drafts.map(\.name).filter { $0 != declared.name }
      reading.refuse(
        companion.element, reason: "There is no assumption of this name.",
        rule: known.isEmpty ? nil : "Assumptions: \(listed(Array(known.prefix(40)))).",
        suggestion: reading.meant(by: companion.name, among: known))
      return
    }
    for one in [declared, other] where one.draft.value?.isFigure == true {
      reading.refuse(
        companion.element, reason: "`\(one.name)` is one figure, which moves with nothing.")
      return
    }
    let pair: Set = [declared.name, companion.name]
    guard let earlier = said[pair] else {
      let correlation = Correlation(
        first: declared.name, second: companion.name, value: companion.correlation)
      said[pair] = correlation
      correlations.append(correlation)
      return
    }
    if earlier.value != companion.correlation {
      reading.refuse(
        companion.element,
        reason: "`\(earlier.first)` says that they move with each other by"
          + " \(plain(earlier.value)).",
        rule: "Say it once.")
    }
  }

  private func refuse(_ impossible: ImpossibleCorrelations, _ reading: inout Reading) {
    let clash = drafts.filter { impossible.names.contains($0.name) }
    let blocks = clash.compactMap { $0.draft.written["moves with"] }
    guard let place = blocks.last else { return }
    let unrelated = impossible.unrelated.map {
      "Between \(listed([$0.first, $0.second], joint: "and")) nothing is given, which counts as 0."
    }
    let reason = "\(listed(impossible.names, joint: "and")) cannot move with each other like this."
    reading.refuse(
      Element(place: place.place, path: place.path, content: .empty),
      reason: ([reason] + unrelated.prefix(3)).joined(separator: " "),
      rule: "Two that move closely with a third move with each other: give every pair among them,"
        + " or weaker correlations.")
  }
}
