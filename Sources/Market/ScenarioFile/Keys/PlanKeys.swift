internal import Statistics

/// A plan as written: its parts are read once its name is known.
struct PlanDraft: Draft {
  var written: [String: Element] = [:]
  var name: String?
}

extension Section<PlanDraft> {
  static var plan: Self {
    Section(
      "plan", "What we would do: the first plan is the baseline, what we do now.",
      blank: PlanDraft(),
      keys: [
        Key(
          required: "name", \.name,
          .name("a name such as `second visit 10`"), "What the plan is called.",
          example: "second visit 10"),
        Key(
          named: "channels",
          "Channels in which this plan differs from their description, with the keys that differ.",
          .channel
        ) { entries, _, reading in
          let known = (reading.root["channels"]?.entries ?? []).map(\.name)
          for entry in entries where !known.contains(entry.name) {
            reading.refuse(
              Element(place: entry.place, path: entry.value.path, content: .empty),
              reason: "There is no such channel.",
              rule: "Describe it under `channels` first.",
              suggestion: nearest(to: entry.name, among: known))
          }
        },
      ]
        + Reward.all.map { reward in
          Key(
            name: reward.name, meaning: reward.meaning, rule: "names, and under each its keys",
            schema: reward.schema,
            read: { element, _, reading in
              if case .block = element.content { return }
              if element.content == .empty { return }
              reading.refuse(
                element, reason: "Keys and their values belong here.",
                rule: "Write names, and under each its keys.")
            })
        })
  }
}

extension PlanDraft {
  /// The plan with every channel of the scenario, in the order of their description.
  static func plan(_ element: Element, _ reading: inout Reading) -> Plan {
    let draft = Section<PlanDraft>.plan.read(layers: [element], &reading)
    var plan = Plan(name: draft.name ?? "")
    for described in reading.root["channels"]?.entries ?? [] {
      let changed = element["channels"]?[described.name]
      let layers = [described.value, changed].compactMap { $0 }
      let channel = Section<ChannelDraft>.channel.read(layers: layers, &reading)
      let resolved = channel.resolved(
        name: described.name, element: changed ?? described.value, &reading)
      if let resolved { plan.channels.append(resolved) }
    }
    for reward in Reward.all { reward.offer(element, &plan, &reading) }
    return plan
  }
}
