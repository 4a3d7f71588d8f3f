import Documents
import Statistics

extension Reading {
  /// Warns of assumptions that are declared and held by no key.
  mutating func warnAboutUnusedAssumptions(_ declared: DeclaredAssumptions) {
    guard isFaultless else { return }
    let entries = root["assumptions"]?.entries ?? []
    for one in declared.drafts {
      guard let value = one.draft.value, !value.isFigure,
        !uncertain.met.contains(where: { $0.name == one.name }),
        let entry = entries.first(where: { $0.name == one.name })
      else { continue }
      refuse(
        Element(place: entry.place, path: entry.value.path, content: .empty),
        reason: "No key holds this assumption.", severity: .warning)
    }
  }

  /// Warns of a range that changes no scenario, such as that of a channel no plan uses.
  mutating func warn(idle figure: UncertainFigures.Met, _ declared: DeclaredAssumptions) {
    guard isFaultless else { return }
    let element = declared[figure.name]?.element
    refuse(
      Element(
        place: element?.place ?? figure.place, path: element?.path ?? figure.uses[0],
        content: .scalar(figure.range.text)),
      reason: "Nothing hangs on this range: whatever the figure, the plans are the same.",
      severity: .warning)
  }

  /// Refuses more ranges than a scenario can be looked at for.
  mutating func refuseTooManyRanges() {
    let most = DeclaredAssumptions.mostRanges
    guard uncertain.met.count > most else { return }
    let first = uncertain.met[most]
    refuse(
      Element(place: first.place, path: first.uses[0], content: .scalar(first.range.text)),
      reason: "\(grouped(uncertain.met.count)) figures of this scenario are ranges, and this is the"
        + " first too many.",
      rule: "Give ranges where most hangs on them, at most \(most), and figures elsewhere; one"
        + " assumption under `assumptions` may stand in many places.")
  }

  /// Refuses two ranges whose names have the same hash, and so the same draws.
  mutating func checkAssumptionHashes() {
    var earlier: [UInt32: String] = [:]
    let names = context.assumptions.drafts.map(\.name)
    let written = uncertain.met.filter { !names.contains($0.name) }
    for name in names { earlier[nameHash(name)] = name }
    for figure in written {
      if let other = earlier[nameHash(figure.name)] {
        refuse(
          Element(
            place: figure.place, path: figure.uses[0], content: .scalar(figure.range.text)),
          reason: "This range and `\(other)` have the same hash and would share their draws.",
          rule: "Declare it under `assumptions` by a name of its own.")
      }
      earlier[nameHash(figure.name)] = figure.name
    }
  }
}
