import Documents

/// The assumptions a scenario declares by name, in its order.
struct DeclaredAssumptions: Sendable {
  var drafts: [Declared] = []
  var correlations: [Correlation] = []

  struct Declared: Sendable {
    var name: String
    var element: Element
    var draft: AssumptionDraft
  }

  subscript(name: String) -> Declared? { drafts.first { $0.name == name } }
}

extension Context {
  private enum Declared: ContextKey { static let initial = DeclaredAssumptions() }

  var assumptions: DeclaredAssumptions {
    get { self[Declared.self] }
    set { self[Declared.self] = newValue }
  }
}
