import Documents

/// An assumption as written.
struct AssumptionDraft: Draft {
  var written: [String: Element] = [:]
  var value: QuantityRange?
  var basis = Assumption.Basis.guess
  var why: String?
  var movesWith: [Companion] = []

  /// Another assumption, how far this one moves with it, and where that is written.
  struct Companion: Sendable {
    var name: String
    var correlation: Double
    var element: Element
  }
}
