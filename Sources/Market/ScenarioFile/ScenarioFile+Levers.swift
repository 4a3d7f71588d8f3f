import Documents

extension ScenarioFile {
  /// The lever a text names, such as `second visit, 10 off: coupons.second visit.value=0 CNY..30 CNY`.
  ///
  /// - Parameters:
  ///   - text: A plan, the way to a key and two ends; or the name of a lever of the file, perhaps with other
  ///     ends.
  ///   - known: The levers of the file.
  /// - Returns: The lever.
  /// - Throws: What is wrong with the text.
  public func lever(_ text: String, known: [Lever]) throws(LeverProblem) -> Lever {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let place = String(parts[0]).trimmed
    let ends = parts.count > 1 ? String(parts[1]).trimmed : nil
    if let lever = known.first(where: { $0.name == place }) {
      guard let ends else { return lever }
      return try self.lever(text, place, lever.plan, lever.key, ends)
    }
    func unreadable(_ found: String) -> LeverProblem {
      .unreadable(text, reason: "\(found); \(Self.form)")
    }
    if place.isEmpty { throw unreadable("nothing says which figure to move") }
    guard let (plan, key) = planAndKey(place) else {
      if ends == nil, !place.contains(":") {
        throw .noSuchLever(
          place, known: known.map(\.name), nearest: nearest(to: place, among: known.map(\.name)))
      }
      throw unreadable("no plan with a colon behind it stands at its beginning")
    }
    if key.isEmpty { throw unreadable("no way to a key stands behind “\(plan):”") }
    guard let ends, !ends.isEmpty else { throw unreadable("it has no two ends behind a “=”") }
    guard planNames.contains(plan) else {
      throw .noSuchPlan(plan, known: planNames, nearest: nearest(to: plan, among: planNames))
    }
    return try lever(text, key, plan, key, ends)
  }

  /// The plan a text begins with, and the way to a key behind its colon.
  private func planAndKey(_ text: String) -> (plan: String, key: String)? {
    // A plan's name may hold a colon.
    let known = planNames.filter { text.hasPrefix($0 + ":") }.max { $0.count < $1.count }
    let first = text.contains(":") ? text.split(separator: ":").first.map(String.init) : nil
    return (known ?? first).map { ($0, String(text.dropFirst($0.count + 1)).trimmed) }
  }

  private static let form =
    "write a plan, the way to a key and two ends, such as “second visit, 10 off: coupons.second"
    + " visit.value=0 CNY..30 CNY”."

  private func lever(
    _ text: String, _ name: String, _ plan: String, _ key: String, _ ends: String
  ) throws(LeverProblem) -> Lever {
    do throws(Mismatch) {
      return try Lever(name: name, plan: plan, key: key, between: QuantityRange(ends))
    } catch {
      let meant = (error.repairs + QuantityRange.meant(by: ends))
        .first { (try? QuantityRange($0)) != nil }
      throw .unreadable(
        text,
        reason: "“\(ends)” is no two ends such as “0 CNY..30 CNY”. "
          + (error.reason ?? "They are not understood.") + (meant.map { " Perhaps \($0)?" } ?? ""))
    }
  }

  var planNames: [String] { planElements.compactMap(Self.name) }

  private var planElements: [Element] {
    guard case .list(let plans)? = document.root?["plans"]?.content else { return [] }
    return plans
  }

  private static func name(_ plan: Element) -> String? {
    guard case .scalar(let name)? = plan["name"]?.content else { return nil }
    return name.trimmed
  }

  /// The file with levers at values, as if they had been written there.
  ///
  /// - Throws: Where there is no such plan or figure.
  public func setting(
    _ settings: [(lever: Lever, text: String)]
  ) throws(LeverProblem) -> ScenarioFile {
    var changed = self
    for (lever, text) in settings {
      changed = try changed.setting(lever.key, of: lever.plan, to: text)
    }
    return changed
  }

  /// The file with one value changed, as if it had been written there.
  ///
  /// - Parameters:
  ///   - place: A plan and the way to a key as of a lever, or the way from the top where no plan is named.
  ///   - text: The value.
  /// - Returns: The changed file.
  /// - Throws: Where there is no such plan or figure.
  package func setting(_ place: String, to text: String) throws(LeverProblem) -> ScenarioFile {
    if let (plan, key) = planAndKey(place) { return try setting(key, of: plan, to: text) }
    var changed = self
    let way = document.root.map { Element.way(place, in: [$0]) } ?? []
    guard let root = document.root?.setting(way[...], to: text) else {
      throw .noFigure(key: place, plan: "the scenario", found: Self.found(way, in: document.root))
    }
    changed.document.root = root
    return changed
  }

  /// Keys of a plan that hold names: with a figure there it would be another plan.
  private static let keysOfNames = ["name", "without"]

  /// What stands at the end of a way that leads to no figure, in a clause.
  private static func found(_ way: [String], in element: Element?) -> String {
    var element = element
    for (place, key) in way.enumerated() {
      if case .scalar(let text)? = element?.content {
        return "`\(way[place - 1])` holds “\(text)” and no keys"
      }
      element = element?[key]
    }
    return switch element?.content {
    case .scalar(let text): "this one holds “\(text)”"
    case .block(let entries): "this is a block: \(listed(entries.map(\.name)))"
    case .list: "this one holds a list"
    case .empty, nil: "this one holds names"
    }
  }

  private func setting(
    _ key: String, of plan: String, to text: String
  ) throws(LeverProblem) -> ScenarioFile {
    var changed = self
    var plans = planElements
    guard let place = plans.firstIndex(where: { Self.name($0) == plan }),
      var root = document.root,
      let list = root.entries.firstIndex(where: { $0.name == "plans" })
    else {
      throw .noSuchPlan(plan, known: planNames, nearest: nearest(to: plan, among: planNames))
    }
    let way = Element.way(key, in: [plans[place], plans[0], root])
    let holdsNames = way.count == 1 && Self.keysOfNames.contains(way[0])
    guard !holdsNames, let element = plans[place].setting(way[...], to: text) else {
      throw .noFigure(key: key, plan: plan, found: Self.found(way, in: plans[place]))
    }
    plans[place] = element
    var entries = root.entries
    entries[list].value.content = .list(plans)
    root.content = .block(entries)
    changed.document.root = root
    return changed
  }
}
