import Documents

/// A lever as written.
struct LeverDraft: Draft {
  var written: [String: Element] = [:]
  var plan: String?
  var key: String?
  var range: QuantityRange?
}

extension Section<LeverDraft> {
  static var lever: Self {
    Section(
      "lever", "A figure of a plan that `flywheel sweep` turns up and down.", blank: LeverDraft(),
      keys: [
        Key(
          optional: "plan", \.plan, .sentence, "The plan it changes.",
          standard: "the only one besides the baseline", example: "second visit, 10 off"),
        Key(
          required: "key", \.key, .sentence, "The way to its key from the plan on.",
          example: "coupons.second visit.value"),
        Key(
          required: "between", \.range, .rangeOrFigure,
          "The two values between which it is moved.", example: "0 CNY..30 CNY"
        ).typical(.chosen),
      ])
  }
}

extension Key<ScenarioDraft> {
  /// Levers by name; they change nothing until they are moved.
  static var levers: Key {
    Key(
      named: "levers", "Figures of plans to try at several values, by name, for `flywheel sweep`.",
      Descriptions.lever, most: Lever.most
    ) { entries, draft, reading in
      let plans = draft.plans.map(\.name)
      for entry in entries {
        let lever = Descriptions.lever.read(layers: [entry.value], &reading)
        guard let key = lever.key, let range = lever.range else { continue }
        let others = plans.dropFirst()
        guard let plan = lever.plan ?? (others.count == 1 ? others.first : nil) else {
          reading.refuse(
            entry.value.absent("plan"), reason: "It is not said which plan this lever changes.",
            rule: "Name one of the plans under `plan`.")
          continue
        }
        guard plans.contains(plan) || reading.isAstray("plans") else {
          reading.refuse(
            entry.value.inner("plan"), reason: "There is no plan of this name.",
            rule: "Name one of the plans.", suggestion: reading.meant(by: plan, among: plans))
          continue
        }
        do throws(Mismatch) {
          reading.context.levers.append(
            try Lever(name: entry.name, plan: plan, key: key, between: range))
        } catch {
          reading.refuse(
            entry.value.inner("between"), reason: error.reason,
            rule: "Write its two ends, such as `0 CNY..30 CNY`.", suggestion: error.repairs.first)
        }
      }
    }
  }
}

extension Lever {
  /// Levers of one scenario.
  static let most = 50
}

extension Context {
  private enum Levers: ContextKey { static let initial: [Lever] = [] }

  var levers: [Lever] {
    get { self[Levers.self] }
    set { self[Levers.self] = newValue }
  }
}
