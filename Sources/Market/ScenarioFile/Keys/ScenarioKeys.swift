import Documents

/// A whole scenario as written.
struct ScenarioDraft: Draft {
  var written: [String: Element] = [:]
  var name: String?
  var question: String?
  var currency: Currency?
  var start: CalendarDate?
  var horizon: Int?
  var seed: UInt64 = 1
  var people = 0
  var discount = 0.0
  var residual: Double? = 365
  var afterHorizon = AfterHorizon.asToday
  var objective = Objective.profit
  var precision: Double?
  var stopping = StoppingRule()
  var guardrails: [Guardrail] = []
  var season = Season.level
  var product = Product()
  var segments: [NamedSegment] = []
  var hunters = HuntersDraft()
  var channels: [PlanDraft.NamedChannel] = []
  var plans: [Plan] = []
  var draws = DrawRule()

  struct NamedSegment: Sendable {
    var name: String
    var element: Element
    var draft: SegmentDraft
    /// `nil` where something is missing.
    var resolved: Segment?
  }
}

extension Section<ScenarioDraft> {
  /// Everything a scenario file may hold; the keys are read in this order, whatever the order of
  /// the file.
  static var scenario: Self {
    Section(
      "scenario",
      "One market and the plans for it. In place of a figure a range such as `2%..5%` may stand, in"
        + " which it lies nine times of ten, or the name of an assumption.",
      blank: ScenarioDraft(),
      keys: frame + goal + market
        + OfferKind.all.map { kind in
          Key(
            name: kind.name, meaning: kind.meaning, rule: "names, and under each its keys",
            schema: kind.schema,
            read: { element, _, reading in kind.describe(element, &reading) })
        } + [plans, .levers])
  }

  /// What every other value may depend on.
  private static var frame: [Key<ScenarioDraft>] {
    [
      Key(
        required: "name", \.name, .name("a name such as `Restaurant in a busy quarter`"),
        "What the scenario is called.", example: "Restaurant in a busy quarter"),
      Key(
        optional: "question", \.question,
        .sentence(
          atMost: 300,
          "one sentence of at most 300 letters such as `How strong should the coupon be?`"),
        "What you want to know, in your own words; it stands above the answer and changes nothing of it.",
        standard: "none", example: "How strong should the coupon for the second visit be?"),
      Key(
        required: "currency", \.currency, .currency, "The currency of every amount.",
        then: { draft, reading in
          reading.context.currency = draft.currency
          if draft.currency == nil {
            reading.context.currencyMeant = reading.problems.last?.suggestion
          }
        }),
      Key(
        required: "start", \.start, .date, "The first day played, day 1.",
        then: { $1.context.start = $0.start }
      ).typical(.chosen),
      Key(
        required: "horizon", \.horizon,
        .wholeDays(1...ScenarioFile.longestHorizon, example: "1 year").certain,
        "How long is played.", then: { $1.context.horizon = $0.horizon }
      ).typical(.chosen),
      Key(
        "seed", \.seed, .whole(0...UInt64(Int64.max), example: "20260301"),
        "The number all luck comes from: the same seed gives the same figures."
      ).typical(.chosen),
      .assumptions,
      Key("draws", \.draws, .draws),
      Key(
        setting: "people", .whole(0...1_000_000_000, example: "20000"),
        "People in the market besides today's customers, shared out to the segments.",
        standard: "0", example: "20000"
      ) { draft, people, reading in
        draft.people = people
        guard let most = reading.context.simulated, most > 0, people > most else { return }
        reading.context.standsFor = (people + most - 1) / most
        draft.people = people - people % reading.context.standsFor
      }.typical(.chosen),
      Key(
        setting: "stands for", .whole(1...1_000_000, example: "10"),
        "People each simulated customer stands for, in a market larger than is worth playing.",
        standard: "1"
      ) { draft, count, reading in
        if reading.context.simulated == nil { reading.context.standsFor = count }
      }.typical(.chosen),
      Key(
        "discount", \.discount, .yearly(example: "8% per year"),
        "By how much money a year later is worth less: after the horizon, and in what a customer is worth;"
          + " money within the horizon is counted as it comes.", example: "8% per year"
      ).typical(.unpublished("take what your money would earn elsewhere")),
      Key(
        "residual", \.residual, .timeOrNoEnd,
        "How long after the horizon what a plan leaves behind still counts; up to two years of it are"
          + " played on, with the baseline's settings under every plan.", example: "2 years"
      ).typical(.chosen),
      Key(
        "after the horizon", \.afterHorizon, .word,
        "What goes on after the horizon: the baseline's channels without a stated end (as today), or"
          + " nothing."),
    ]
  }

  private static var goal: [Key<ScenarioDraft>] {
    [
      Key(
        setting: "objective", .word, "The one figure plans are ranked by.", standard: "profit"
      ) { draft, objective, reading in
        draft.objective = objective
        reading.context.objective = objective
      },
      Key(
        optional: "precision", \.precision, .objectivePrecision,
        "How closely differences with the baseline must be known before playing stops: half the"
          + " width of the 95% interval.",
        standard: "plays the minimum of replications", example: "500 CNY"
      ).typical(.chosen),
      Key("replications", \.stopping, .replications),
      .guardrails,
    ]
  }

  private static var market: [Key<ScenarioDraft>] {
    [
      Key("season", \.season, .season),
      Key("product", \.product, .product),
      Key(
        name: "every segment",
        meaning: "Keys that hold for every segment that does not give its own.",
        schema: { Descriptions.segment.schema(&$0) },
        read: { element, _, reading in
          var draft = SegmentDraft()
          Descriptions.segment.read(element, into: &draft, &reading)
        }),
      Key(
        named: "segments", "The people of the market: segments by name.", .segment,
        isRequired: true, most: Scenario.mostSegments, isGiven: { !$0.segments.isEmpty }
      ) { entries, draft, reading in
        for entry in entries {
          let layers = [reading.root["every segment"], entry.value].compactMap { $0 }
          let segment = Descriptions.segment.read(layers: layers, &reading)
          draft.segments.append(
            ScenarioDraft.NamedSegment(
              name: entry.name, element: entry.value, draft: segment,
              resolved: segment.resolved(name: entry.name, element: entry.value, &reading)))
        }
      },
      Key(Hunters.segmentName, \.hunters, .hunters),
      Key(
        named: "channels",
        "Ways of reaching people by name, described once; plans change them key by key.", .channel,
        most: Sources.mostChannels
      ) { entries, draft, reading in
        for entry in entries {
          draft.channels.append(
            PlanDraft.NamedChannel(
              name: entry.name, element: entry.value,
              draft: Descriptions.channel.read(layers: [entry.value], &reading)))
        }
      },
    ]
  }

  private static var plans: Key<ScenarioDraft> {
    let rule =
      "a list of plans, each with a name, the first of them what we do now, or a table such as"
      + " `plans.csv` or `plans.xlsx` with a row a plan"
    return Key(
      name: "plans",
      meaning:
        "What we would do: the first plan is the baseline, what we do now; every other one is the"
        + " baseline plus what it names. In place of the list a table may be named: a row a plan, a"
        + " column `name`, and a column a key, such as `coupons.second visit.value`; its unit may"
        + " stand in brackets behind it, and a cell left empty is as in the baseline.",
      isRequired: true, rule: rule,
      schema: { definitions in
        .object([
          "anyOf": .list([
            .object([
              "type": .string("array"), "items": Descriptions.plan.schema(&definitions),
              "minItems": .number(1), "maxItems": .number(Double(Scenario.mostPlans)),
            ]),
            .object(["type": .string("string"), "pattern": .string(PlanTable.pattern)]),
          ])
        ])
      },
      read: { element, draft, reading in
        if let table = PlanTable.name(in: element) {
          reading.need(table)
          if reading.context.files != nil { reading.refuse(unreadable: table, at: element) }
          return
        }
        guard case .list(let items) = element.content else {
          reading.refuse(element, reason: "A list belongs here.", rule: "Write \(rule).")
          return
        }
        guard !items.isEmpty else {
          reading.refuse(element, reason: "The list is empty.", rule: "Write \(rule).")
          return
        }
        guard items.count <= Scenario.mostPlans else {
          reading.refuse(
            element, reason: "These are \(items.count) plans.",
            rule: "Compare at most \(Scenario.mostPlans) plans at once.")
          return
        }
        draft.plans = draft.plans(items, &reading)
        let named = zip(draft.plans, items).filter { !$0.0.name.isEmpty }
        checkNames(named.map { ($0.name, $1["name"] ?? $1) }, &reading)
      },
      isGiven: { !$0.plans.isEmpty })
  }
}

extension Key<ScenarioDraft> {
  /// A key that later values depend on.
  fileprivate init<Value>(
    required name: String, _ path: any WritableKeyPath<ScenarioDraft, Value?> & Sendable,
    _ kind: Kind<Value>, _ meaning: String,
    then: @escaping @Sendable (ScenarioDraft, inout Reading) -> Void
  ) {
    let key = Key(required: name, path, kind, meaning)
    self = key
    read = { element, draft, reading in
      key.read(element, &draft, &reading)
      then(draft, &reading)
    }
  }
}
