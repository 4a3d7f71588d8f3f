import Documents

extension Section<AssumptionDraft> {
  static var assumption: Self {
    Section(
      "assumption", "A figure that is not known, by the range it lies in nine times of ten.",
      blank: AssumptionDraft(),
      keys: [
        Key(
          required: "value", \.value, .rangeOrFigure,
          "The range; its unit may stand once, at the end, and with `uniform` after it nothing lies"
            + " outside.",
          example: "10%..25%"
        ).typical(.chosen),
        Key("basis", \.basis, .word, "What it rests on; `cited` names its source under `why`."),
        Key(
          optional: "why", \.why, .sentence, "The source, or the reason for it.",
          standard: "not said", example: "three printers' offers"),
        .movesWith,
      ])
  }
}

extension Key<AssumptionDraft> {
  /// Names of other assumptions, and the correlation with each.
  fileprivate static var movesWith: Key {
    let rule = "assumptions and correlations such as `{click price: 0.5}`"
    let kind = Kind<Double>.number(
      Bounds(low: -1, high: 1, isClosed: (false, false)), example: "0.5"
    ).certain
    return Key(
      name: "moves with",
      meaning:
        "Other assumptions it moves with, and how closely: from −1 over 0 (not at all) to 1.",
      rule: rule,
      schema: { _ in
        .object(["type": .string("object"), "additionalProperties": kind.schema])
      },
      read: { element, draft, reading in
        guard case .block(let entries) = element.content else {
          reading.refuse(
            element, reason: "Names and correlations belong here.", rule: "Write \(rule).")
          return
        }
        for entry in entries {
          guard let value = kind.read(entry.value, &reading) else { continue }
          let place = Element(place: entry.place, path: entry.value.path, content: .empty)
          draft.movesWith.append(
            AssumptionDraft.Companion(name: entry.name, correlation: value, element: place))
        }
      }
    ).typical(.unpublished("judge it"))
  }
}

extension Key {
  /// The figures that are not known, by name, for any later key to hold.
  static var assumptions: Key {
    let rule = "names and ranges such as `take-up: 10%..25%`"
    return Key(
      name: "assumptions",
      meaning: "Figures that are not known, by name: any key may hold the name instead of a figure,"
        + " and all that hold it move as one.",
      rule: rule,
      schema: { definitions in
        .named(
          .object([
            "anyOf": .list([
              Kind<QuantityRange>.rangeOrFigure.schema,
              Descriptions.assumption.schema(&definitions),
            ])
          ]))
      },
      read: { element, _, reading in
        switch element.content {
        case .block, .empty: break
        case .list, .scalar:
          reading.refuse(
            element, reason: "Names and ranges belong here.", rule: "Write \(rule).")
          return
        }
        checkNames(element.entries, &reading)
        var declared = DeclaredAssumptions()
        var drafts: [DeclaredAssumptions.Declared] = []
        let most = DeclaredAssumptions.mostRanges
        reading.refuse(
          element.entries, beyond: most, "assumptions", rule: "Give at most \(most).")
        for entry in element.entries.prefix(most) {
          checkAssumptionName(entry, &reading)
          let draft = AssumptionDraft(entry.value, &reading)
          reading.uncertain.declared[entry.name] = .some(draft.value)
          drafts.append(
            DeclaredAssumptions.Declared(name: entry.name, element: entry.value, draft: draft))
        }
        declared.drafts = drafts
        declared.tie(&reading)
        reading.context.assumptions = declared
      }
    ).typical(.chosen)
  }
}

extension AssumptionDraft {
  /// An assumption given by its range alone or by a block of keys.
  fileprivate init(_ element: Element, _ reading: inout Reading) {
    self.init()
    let block = Descriptions.assumption
    if case .scalar = element.content {
      value = Kind<QuantityRange>.rangeOrFigure.read(element, &reading)
      return
    }
    self = block.read(layers: [element], &reading)
    if basis == .cited, why == nil, !reading.hasProblem(with: written["why"]) {
      reading.refuse(
        written["basis"] ?? element, reason: "What is cited has a source.",
        rule: "Name it under `why`.")
    }
  }
}

/// Refuses names that a key could take for something else.
private func checkAssumptionName(_ entry: Element.Entry, _ reading: inout Reading) {
  let reason: String? =
    if entry.name.first?.isLetter != true {
      "An assumption's name begins with a letter."
    } else if entry.name.contains("..") {
      "An assumption's name has no two dots in it."
    } else if ScenarioSchema.words.contains(entry.name) {
      "This is a word that keys accept."
    } else {
      nil
    }
  guard let reason else { return }
  reading.refuse(
    Element(place: entry.place, path: entry.value.path, content: .empty), reason: reason,
    rule: "Choose another name.")
}
