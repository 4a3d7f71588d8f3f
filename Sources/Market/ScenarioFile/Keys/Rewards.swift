/// A kind of reward in a scenario file: described by name at the top, used and changed by plans.
///
/// A new mechanism adds a file with its keys and its line in `all`.
package struct Reward: Sendable {
  /// The key of the rewards of this kind, such as `coupons`.
  package let name: String
  let meaning: String
  let schema: @Sendable (inout Definitions) -> JSON
  /// Adds the offers of this kind that a plan names.
  let offer: @Sendable (_ plan: Element, inout Plan, inout Reading) -> Void
  /// Reads what is described at the top, whether or not a plan uses it.
  let describe: @Sendable (Element, inout Reading) -> Void

  package static let all: [Reward] = [.coupons]
}

/// An offer as written.
protocol OfferDraft: Draft {
  associatedtype Offer: Sendable

  /// The offer, or `nil` where something is missing.
  func resolved(name: String, element: Element, _ reading: inout Reading) -> Offer?
}

extension Reward {
  init<Written: OfferDraft>(
    _ name: String, _ meaning: String, _ block: Section<Written>,
    into path: any WritableKeyPath<Plan, [Written.Offer]> & Sendable
  ) {
    self.name = name
    self.meaning = meaning
    schema = { definitions in
      .object([
        "type": .list([.string("object"), .string("null")]),
        "additionalProperties": block.schema(&definitions),
      ])
    }
    offer = { element, plan, reading in
      guard let chosen = element[name] else { return }
      checkNames(chosen, &reading)
      for entry in chosen.entries {
        let described = reading.root[name]?[entry.name]
        var here = entry.value
        if here.content == .empty { here.place = entry.place }
        let layers = [described, here].compactMap { $0 }
        let draft = block.read(layers: layers, &reading)
        if let offer = draft.resolved(name: entry.name, element: here, &reading) {
          plan[keyPath: path].append(offer)
        }
      }
    }
    describe = { element, reading in
      checkNames(element, &reading)
      for entry in element.entries {
        var draft = block.blank
        block.read(entry.value, into: &draft, &reading)
      }
    }
  }
}

extension Int64 {
  /// The part of an amount that falls on a sample in which each stands for `count`, to the nearest
  /// minor unit.
  func shared(among count: Int) -> Int64 { Int64((Double(self) / Double(count)).rounded()) }
}
