import Documents
internal import Statistics

extension Section<StoppingRule> {
  static var replications: Self {
    let size = 2...1_000_000
    return Section(
      "replications", "How many replications are played: a look after each batch.",
      blank: StoppingRule(),
      keys: [
        Key(
          "minimum", \.minimum, .whole(size, example: "30"),
          "Replications before the first look; without `precision` exactly these are played."
        ).typical(.chosen),
        Key("batch", \.batch, .whole(1...1_000_000, example: "10"), "Replications between looks.")
          .typical(.chosen),
        Key(
          "maximum", \.maximum, .whole(size, example: "400"),
          "Replications after which playing stops, whatever the precision."
        ).typical(.chosen),
      ])
  }
}

extension Kind<Double> {
  /// A figure in the unit of the scenario's objective.
  static var objectivePrecision: Self {
    Kind(
      rule: { _ in "a figure in the objective's unit such as `500 CNY`, or `20` orders" },
      schema: .object([
        "anyOf": .list([
          .quantity("[A-Z]{3}", zero: false),
          .object(["type": .string("number"), "exclusiveMinimum": .number(0)]),
        ])
      ]), write: plain
    ) { element, reading in
      // Where the objective is wrong, nobody knows which unit it has.
      guard !reading.isAstray("objective") else { return nil }
      let kind: Kind =
        reading.context.objective.isMoney
        ? .price(.aboveZero, example: "500") : .number(.aboveZero, example: "20")
      return kind.certain.read(element, &reading)
    }
  }
}

extension Key<ScenarioDraft> {
  /// A list of bounds, each a measure and `at most` or `at least` a figure.
  static var guardrails: Self {
    let measures = GuardedMeasure.allCases
    let rule = "a list of measures and bounds such as `- dead weight: at most 40%`"
    return Key(
      name: "guardrails", meaning: "What a plan must not worsen past a bound.", rule: rule,
      schema: { _ in
        let properties = measures.map {
          JSON.Member(name: $0.rawValue, value: Kind.bound(on: $0).schema)
        }
        let item = JSON.object([
          "type": .string("object"), "properties": .object(properties),
          "additionalProperties": .boolean(false), "minProperties": .number(1),
        ])
        return .object(["type": .list([.string("array"), .string("null")]), "items": item])
      },
      read: { element, draft, reading in
        var items: [Element] = []
        switch element.content {
        case .list(let list): items = list
        case .empty: break
        case .block, .scalar:
          reading.refuse(element, reason: "A list belongs here.", rule: "Write \(rule).")
        }
        for item in items {
          if item.entries.isEmpty {
            reading.refuse(
              item, reason: "A measure and its bound belong here.", rule: "Write \(rule).")
          }
          for entry in item.entries {
            guard let measure = GuardedMeasure(rawValue: entry.name) else {
              reading.refuse(
                Element(place: entry.place, path: entry.value.path, content: .empty),
                reason: "There is no such measure.",
                rule: "Measures: \(listed(measures.map(\.rawValue))).",
                suggestion: reading.meant(by: entry.name, among: measures.map(\.rawValue)))
              continue
            }
            guard let bound = Kind.bound(on: measure).read(entry.value, &reading) else { continue }
            let isTwice = draft.guardrails.contains {
              $0.measure == measure && $0.bound.isMost == bound.isMost
            }
            if isTwice {
              reading.refuse(
                entry.value, at: entry.place,
                reason: "`\(measure.rawValue)` has a bound of this side already.",
                rule: "Keep one of them, or write one `at least` and one `at most`.")
              continue
            }
            draft.guardrails.append(Guardrail(measure: measure, bound: bound))
          }
        }
      }
    ).typical(.chosen)
  }
}

extension Guardrail.Bound {
  /// Whether it bounds from above.
  fileprivate var isMost: Bool {
    switch self {
    case .atMost: true
    case .atLeast: false
    }
  }
}

extension Kind<Guardrail.Bound> {
  /// A bound on a measure, in its unit.
  static func bound(on measure: GuardedMeasure) -> Self {
    let figure: Kind<Double> =
      switch measure.unit {
      case .money: .price(example: "50")
      case .share: .share(example: "40%")
      case .count: .number(.zeroOrMore, example: "1000")
      }
    return Kind(
      scalar: { context in
        let example =
          switch measure.unit {
          case .money: "50 \(context.code)"
          case .share: "40%"
          case .count: "1000"
          }
        return "a bound such as `at most \(example)` or `at least \(example)`"
      },
      schema: .object(["type": .string("string"), "pattern": .string("^at (most|least) .+$")]),
      write: { "\($0)" },
      repairs: { text, context in
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        let isBound = words.count == 3 && words[0] == "at" && ["most", "least"].contains(words[1])
        let (start, rest) = isBound ? ("at \(words[1]) ", words[2]) : ("at most ", text)
        return ([rest] + Repairs.texts(for: rest, context)).map { start + $0 }
      }
    ) { text, context throws(Mismatch) in
      let isMost = text.hasPrefix("at most ")
      guard isMost || text.hasPrefix("at least ") else {
        throw Mismatch(reason: "It does not begin with `at most` or `at least`.")
      }
      let value = try figure.parse(String(text.dropFirst(isMost ? 8 : 9)), context)
      return isMost ? .atMost(value) : .atLeast(value)
    }
  }
}
