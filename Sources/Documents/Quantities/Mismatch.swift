/// Why a text is not a value of its kind, and what was perhaps meant.
package struct Mismatch: Error, Sendable, Equatable {
  package var reason: String?
  /// A text to try instead; it is offered only if it is valid.
  package var repairs: [String]
  /// Whether the reason names several texts as likely as each other: then none is offered.
  package var isAmbiguous: Bool

  package init(reason: String? = nil, repairs: [String] = [], isAmbiguous: Bool = false) {
    self.reason = reason
    self.repairs = repairs
    self.isAmbiguous = isAmbiguous
  }
}
