/// Why a text is not a value of its kind, and what was perhaps meant.
package struct Mismatch: Error, Sendable, Equatable {
  package var reason: String?
  /// A text to try instead; it is offered only if it is valid.
  package var repairs: [String]

  package init(reason: String? = nil, repairs: [String] = []) {
    self.reason = reason
    self.repairs = repairs
  }
}
