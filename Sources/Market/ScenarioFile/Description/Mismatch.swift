/// Why a text is not a value of its kind, and what was perhaps meant.
struct Mismatch: Error, Sendable, Equatable {
  var reason: String?
  /// A text to try instead; it is offered only if it is valid.
  var repairs: [String] = []
}
