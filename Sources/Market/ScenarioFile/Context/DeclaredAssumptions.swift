import Documents

/// The assumptions a scenario declares by name, in its order.
struct DeclaredAssumptions: Sendable {
  /// Ranges of one scenario: each is a dimension of what is not known, and is looked at by itself.
  static let mostRanges = 300

  var drafts: [Declared] = [] {
    didSet { places = Dictionary(drafts.enumerated().map { ($1.name, $0) }) { first, _ in first } }
  }
  var correlations: [Correlation] = []
  private var places: [String: Int] = [:]

  struct Declared: Sendable {
    var name: String
    var element: Element
    var draft: AssumptionDraft
  }

  subscript(name: String) -> Declared? { places[name].map { drafts[$0] } }
}

extension Context {
  private enum Declared: ContextKey { static let initial = DeclaredAssumptions() }

  var assumptions: DeclaredAssumptions {
    get { self[Declared.self] }
    set { self[Declared.self] = newValue }
  }
}
