import Documents
import Statistics

/// A kind of offer in a scenario file: described by name at the top, used and changed by plans.
package struct OfferKind: Sendable {
  /// The key of the offers of this kind, such as `coupons`.
  package let name: String
  let meaning: String
  /// Closed forms that offers of this kind must agree with.
  let oracles: [Oracle]
  let terms: any OfferTerms.Type
  let schema: @Sendable (inout Definitions) -> JSON
  /// Adds the offers of this kind that the baseline or the plan names.
  let offer: @Sendable (Layers, inout Plan, inout Reading) -> Void
  /// Reads what is described at the top, whether or not a plan uses it.
  let describe: @Sendable (Element, inout Reading) -> Void

  /// Where a plan's offers are written, over their description at the top.
  struct Layers: Sendable {
    /// `nil` where the plan is the baseline.
    var baseline: Element?
    var plan: Element
    /// Names of what the plan leaves out.
    var without: Set<String>

    /// The offers of a kind: the baseline's, then those that only the plan names.
    func entries(_ kind: String) -> [Element.Entry] {
      let kept = (baseline?[kind]?.entries ?? []).filter { !without.contains($0.name) }
      let own = plan[kind]?.entries ?? []
      return kept + own.filter { entry in !kept.contains { $0.name == entry.name } }
    }
  }
}

extension OfferKind.Layers {
  /// Whether the baseline has a mistyped name that was meant to be this one.
  fileprivate func isMeant(_ name: String, _ kind: String, _ reading: Reading) -> Bool {
    baseline.map { reading.wasMeant(name, of: $0.inner(kind)) } ?? false
  }

  /// Refuses the name of an offer that is described nowhere and lacks what a description would say:
  /// most likely it is a slip of another's, and nothing else is wrong.
  fileprivate func refuse<Written: TermsDraft>(
    undescribed entry: Element.Entry, _ kind: String, _ draft: OfferDraft<Written>,
    _ block: Section<OfferDraft<Written>>,
    _ layers: [Element], _ reading: inout Reading
  ) -> Bool {
    var complete = reading
    block.complete(draft, layers: layers, &complete)
    _ = draft.resolved(name: entry.name, layers: layers, &complete)
    let lacking = complete.problems.count - reading.problems.count
    let described = reading.root[kind]?.entries.map(\.name) ?? []
    let known = (described + (baseline?[kind]?.entries.map(\.name) ?? []))
      .filter { $0 != entry.name }
    let near = reading.meant(by: entry.name, among: known)
    // A block that says most of what it must is a new one with something left out.
    let isNamedOnly = lacking > 1 && draft.written.count < lacking && !described.isEmpty
    guard lacking > 0, near != nil || isNamedOnly else { return false }
    reading.refuse(
      unknown: entry, reason: "`\(entry.name)` is not described.",
      rule: near == nil
        ? "Described are \(listed(described, joint: "and")); a new one needs all its keys." : nil,
      among: known)
    return true
  }
}

extension OfferKind {
  /// The kind of some terms, which are written as a block says and keep to some closed forms.
  init<Written: TermsDraft>(
    _ meaning: String, _ block: Section<OfferDraft<Written>>, oracles: [Oracle] = []
  ) {
    let name = Written.Terms.kind
    self.oracles = oracles
    terms = Written.Terms.self
    self.name = name
    self.meaning = meaning
    schema = { .named(block.schema(&$0)) }
    offer = { layers, plan, reading in
      let entries = layers.entries(name)
      checkNames(entries, &reading)
      if refuseTooMany(entries, name, &reading) { return }
      for entry in entries {
        let described = reading.root[name]?[entry.name]
        let inherited = layers.baseline?[name]?[entry.name]
        let own = layers.plan[name]?[entry.name]
        // What is wrong with the baseline's is reported there, once.
        let isFaulty = inherited.map { reading.hasProblem(within: $0) } ?? false
        var here = (isFaulty ? inherited : own) ?? entry.value
        if here.content == .empty { here.place = entry.place }
        let written = [described, inherited, own].compactMap { $0 }
        var draft = block.blank
        for layer in written { block.read(layer, into: &draft, &reading) }
        // Its description, or the baseline's, could not be understood: nothing is missing here.
        if reading.isAstray(name) || layers.isMeant(entry.name, name, reading) { continue }
        let whole = written + [here]
        if described == nil, layers.refuse(undescribed: entry, name, draft, block, whole, &reading)
        {
          continue
        }
        block.complete(draft, layers: whole, &reading)
        if let offer = draft.resolved(name: entry.name, layers: whole, &reading) {
          plan.offers.append(offer)
        }
      }
    }
    describe = { element, reading in
      checkNames(element.entries, &reading)
      if refuseTooMany(element.entries, name, most: 1_000, &reading) { return }
      for entry in element.entries {
        var draft = block.blank
        block.read(entry.value, into: &draft, &reading)
      }
    }
  }
}

/// Refuses more offers than can be told apart: each is compared with the plan without it, so that the
/// work grows with their square.
private func refuseTooMany(
  _ entries: [Element.Entry], _ kind: String, most: Int = Plan.mostOffers, _ reading: inout Reading
) -> Bool {
  reading.refuse(
    entries, beyond: most, kind,
    rule: most == Plan.mostOffers
      ? "A plan has at most \(most) \(kind): each of them is compared with the plan without it."
      : "Describe at most \(grouped(most)) \(kind).")
}
