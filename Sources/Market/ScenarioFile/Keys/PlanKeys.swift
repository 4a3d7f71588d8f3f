import Documents

extension Section<PlanDraft> {
  static var plan: Self {
    Section(
      "plan",
      "What we would do: the first plan is the baseline, what we do now; every other one is the"
        + " baseline plus what it names. On an order its offers are settled kind by kind as they are listed here, within a"
        + " kind as they are named, the baseline's first; each is of what those before it have left to pay.",
      blank: PlanDraft(), refusals: Descriptions.whoPeopleAre,
      keys: [
        Key(
          required: "name", \.name,
          .name("a name such as `second visit 10`"), "What the plan is called.",
          example: "second visit 10"),
        channels,
      ] + offers + [
        .without,
        Key("product", \.product, .product),
        .everySegment,
        .segments,
        Key("prices", \.prices, .prices),
        .fixedCosts,
      ])
  }

  private static var channels: Key<PlanDraft> {
    Key(
      named: "channels",
      "Channels in which this plan differs from the baseline, with the keys that differ.", .channel
    ) { entries, plan, reading in
      for entry in entries {
        guard let index = plan.channels.firstIndex(where: { $0.name == entry.name }) else {
          if reading.isAstray("channels") { continue }
          reading.refuse(
            unknown: entry, reason: "There is no such channel.",
            rule: "Describe it under `channels` first.", among: plan.channels.map(\.name))
          continue
        }
        plan.channels[index].element = entry.value
        Descriptions.channel.read(
          entry.value, into: &plan.channels[index].draft, &reading)
      }
    }
  }

  /// Their names are looked at once the plan and the baseline are known.
  private static var offers: [Key<PlanDraft>] {
    OfferKind.all.map { kind in
      Key(
        name: kind.name, meaning: kind.meaning, rule: "names, and under each its keys",
        schema: kind.schema,
        read: { element, _, reading in
          if case .block = element.content { return }
          if element.content == .empty { return }
          reading.refuse(
            element, reason: "Keys and their values belong here.",
            rule: "Write names, and under each its keys.")
        })
    }
  }
}
