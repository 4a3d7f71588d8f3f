/// A block of keys and the value they make.
package struct Section<Target>: Sendable where Target: Sendable {
  /// The block's name in the JSON Schema, such as `channel`.
  package let name: String
  package let meaning: String
  package let keys: [Key<Target>]
  /// What an empty block means; its values are the defaults.
  package let blank: Target
  let choices: [Choice]
  /// Other blocks are read over this one, so that the schema cannot know what must be given.
  let isLayered: Bool
  /// Keys a planner may look for here in vain, and why.
  let refusals: [String: Refusal]
  private let note: @Sendable (inout Target, Element.Entry) -> Void
  private let written: @Sendable (Target, String) -> Bool
  private let forget: @Sendable (inout Target, String) -> Void

  /// Groups of keys of which a block gives one; a key may be in several, and fits each.
  package struct Choice: Sendable {
    var groups: [[String]]
    var isRequired: Bool
    /// Keys that may be left out of the group that is given.
    var optional: Set<String>

    package init(groups: [[String]], isRequired: Bool = false, optional: Set<String> = []) {
      self.groups = groups
      self.isRequired = isRequired
      self.optional = optional
    }

    /// The keys of all groups, each once.
    var names: [String] { groups.joined().distinct }

    /// Whether a group has both of two keys.
    func mayStand(_ name: String, beside other: String) -> Bool {
      groups.contains { $0.contains(name) && $0.contains(other) }
    }

    /// Which keys to give.
    var sentence: String {
      let ways = groups.map { group in
        listed(group.filter { !optional.contains($0) }, joint: "and")
      }
      return "Give \(ways.joined(separator: ", or "))."
    }
  }

  private init(
    _ name: String, _ meaning: String, blank: Target, choices: [Choice], isLayered: Bool,
    refusals: [String: Refusal], keys: [Key<Target>],
    note: @escaping @Sendable (inout Target, Element.Entry) -> Void,
    written: @escaping @Sendable (Target, String) -> Bool,
    forget: @escaping @Sendable (inout Target, String) -> Void
  ) {
    self.name = name
    self.meaning = meaning
    self.blank = blank
    self.choices = choices
    self.isLayered = isLayered
    self.refusals = refusals
    self.keys = keys
    self.note = note
    self.written = written
    self.forget = forget
  }

  /// A block that makes a value of the model at once.
  package init(
    _ name: String, _ meaning: String, blank: Target, choices: [Choice] = [],
    isLayered: Bool = false, refusals: [String: Refusal] = [:], keys: [Key<Target>]
  ) {
    self.init(
      name, meaning, blank: blank, choices: choices, isLayered: isLayered,
      refusals: refusals, keys: keys,
      note: { _, _ in }, written: { _, _ in false }, forget: { _, _ in })
  }

  /// A block that makes a draft, which remembers where its keys were written.
  package init(
    _ name: String, _ meaning: String, blank: Target, choices: [Choice] = [],
    isLayered: Bool = false, refusals: [String: Refusal] = [:], keys: [Key<Target>]
  ) where Target: Draft {
    self.init(
      name, meaning, blank: blank, choices: choices, isLayered: isLayered,
      refusals: refusals, keys: keys,
      note: { $0.written[$1.name] = $1.value }, written: { $0.written[$1] != nil },
      forget: { $0.written[$1] = nil })
  }

  /// Reports mistyped keys at the top of the file and puts each under the name it was most likely
  /// meant to have, where no other has it: what stands there is not missing as well.
  package func respell(_ reading: inout Reading) {
    guard case .block(var entries) = reading.root.content else { return }
    let names = keys.map(\.name)
    for (index, entry) in entries.enumerated() where !names.contains(entry.name) {
      guard !reading.isFlooded, entry.value.content != .empty, refusals[entry.name] == nil,
        let near = reading.meant(by: WideSigns(entry.name).plain, among: names),
        !entries.contains(where: { $0.name == near })
      else { continue }
      refuse(unknown: entry, in: reading.root, &reading)
      entries[index].name = near
    }
    reading.root.content = .block(entries)
  }

  /// Reads an element over what the target holds, key by key in the order of the description.
  package func read(_ element: Element, into target: inout Target, _ reading: inout Reading) {
    switch element.content {
    case .block, .empty: break
    case .list, .scalar:
      let signs = element.text.map { WideSigns($0) }
      reading.refuse(
        element, reason: signs?.reason ?? "Keys and their values belong here.",
        rule: "Keys: \(listed(keys.map(\.name))).")
      return
    }
    for entry in element.entries where !keys.contains(where: { $0.name == entry.name }) {
      refuse(unknown: entry, in: element, &reading)
    }
    for choice in choices { settle(choice, element, &target, &reading) }
    for key in keys {
      guard let entry = element.entries.first(where: { $0.name == key.name }) else { continue }
      note(&target, entry)
      key.read(entry.value, &target, &reading)
    }
  }

  /// Reports what must be given and is in none of the layers that were read, where it could stand
  /// in the last of them.
  package func complete(_ target: Target, layers: [Element], _ reading: inout Reading) {
    guard let element = layers.last else { return }
    let slips = keys.map(\.name).filter { name in
      layers.contains { reading.wasMeant(name, of: $0) }
    }
    func isMissing(_ key: Key<Target>) -> Bool {
      !key.isGiven(target) && element[key.name] == nil && !written(target, key.name)
        && !slips.contains(key.name)
    }
    for key in keys where key.isRequired && isMissing(key) {
      refuse(missing: key, of: element, &reading)
    }
    for choice in choices {
      let groups = choice.groups.map { group in keys.filter { group.contains($0.name) } }
      /// What need not be given has a value of its own: only where it is written a group is begun by it.
      func begins(_ key: Key<Target>) -> Bool {
        choice.optional.contains(key.name)
          ? element[key.name] != nil || written(target, key.name) : !isMissing(key)
      }
      let begun = groups.map { $0.filter(begins).count }
      // The group that has most of what is begun; of several the first.
      if let most = begun.max(), most > 0, let place = begun.firstIndex(of: most) {
        for key in groups[place] where isMissing(key) && !choice.optional.contains(key.name) {
          refuse(missing: key, of: element, &reading)
        }
      } else if choice.isRequired {
        reading.refuse(
          Element(place: element.place, path: element.path, content: .empty),
          reason: "This is missing: \(meaning.loweringFirst)", rule: choice.sentence)
      }
    }
    for key in keys where !slips.contains(key.name) { key.complete(target, layers, &reading) }
  }

  /// The groups of a choice that have all that is written replace the others; two groups in one block are a problem.
  private func settle(
    _ choice: Choice, _ element: Element, _ target: inout Target, _ reading: inout Reading
  ) {
    let given = choice.names.filter { element[$0] != nil }
    guard let one = given.first else { return }
    let whole = choice.groups.filter { group in given.allSatisfy { group.contains($0) } }
    let kept = whole.isEmpty ? choice.groups.filter { $0.contains(one) } : whole
    for key in keys where choice.names.contains(key.name) {
      guard !kept.contains(where: { $0.contains(key.name) }) else { continue }
      key.clear(&target)
      forget(&target, key.name)
    }
    guard whole.isEmpty,
      let other = given.first(where: { !choice.mayStand($0, beside: one) }) ?? given.last,
      let entry = element.entries.first(where: { $0.name == other })
    else { return }
    reading.refuse(
      entry.value, at: entry.place,
      reason: "`\(other)` and `\(one)` are two ways to say the same.", rule: choice.sentence)
  }

  private func refuse(
    missing key: Key<Target>, of element: Element, _ reading: inout Reading
  ) {
    let rule = key.rule.map { "Write \($0(reading.context))." }
    reading.refuse(
      element.absent(key.name), reason: "This key is missing: \(key.meaning.loweringFirst)",
      rule: rule)
  }

  private func refuse(
    unknown entry: Element.Entry, in block: Element, _ reading: inout Reading
  ) {
    let place = Element(place: entry.place, path: entry.value.path, content: .empty)
    if let refusal = refusals[entry.name] {
      reading.refuse(place, reason: refusal.reason, rule: refusal.rule)
      return
    }
    guard !reading.isFlooded, !entry.name.isTooLongForHints else {
      reading.refuse(place, reason: "There is no such key.")
      return
    }
    let signs = WideSigns(entry.name)
    if let meant = Self.withColon(entry, signs) {
      reading.note(mistyped: meant.name, of: block)
      reading.refuse(
        place, reason: signs.reason, rule: "A colon is followed by a space.",
        suggestion: meant.text)
      return
    }
    let near = reading.meant(by: signs.plain, among: keys.map(\.name))
    var rule = near == nil ? "Keys here: \(listed(keys.map(\.name)))." : nil
    if let near { reading.note(mistyped: near, of: block) }
    if near == nil, let owners = reading.owners()[entry.name] {
      reading.note(misplaced: entry.name, in: block)
      rule = "It is a key of \(listed(owners, joint: "and")): look at the indentation."
    }
    if entry.value.content == .empty, entry.name.first?.isNumber == true {
      rule = "Within braces a comma ends a value: write numbers without thousands separators."
    }
    reading.refuse(
      place, reason: signs.reason ?? "There is no such key.", rule: rule, suggestion: near)
  }

  /// What was meant by a key that swallowed its value because of a full-width colon.
  private static func withColon(
    _ entry: Element.Entry, _ signs: WideSigns
  ) -> (name: String, text: String)? {
    guard entry.value.content == .empty, entry.name.contains("："),
      let colon = signs.plain.firstIndex(of: ":")
    else { return nil }
    let name = String(signs.plain[..<colon]).trimmed
    let value = String(signs.plain[signs.plain.index(after: colon)...]).trimmed
    return (name, "\(name): \(value)")
  }
}
