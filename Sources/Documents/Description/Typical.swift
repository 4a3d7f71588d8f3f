/// Within which range the figures of a key usually lie, and who says so.
package enum Typical: Sendable, Equatable {
  /// A published range, or a published figure, and its source.
  case range(String, source: String)
  /// Nothing is published, and where to find the figure instead.
  case unpublished(String)
  /// The planner's decision, for which no range is better than another.
  case chosen

  /// As a list of keys shows it.
  package var sentence: String {
    switch self {
    case .range(let range, let source): "Typical: \(range) (\(source))."
    case .unpublished(let advice): "No published range: \(advice)."
    case .chosen: "Yours to choose."
    }
  }

  /// What only a planner's own purchase log can say.
  package static let inYourLog = Self.unpublished("find it in your own log")
  /// What only a planner's own books or offers can say.
  package static let inYourBooks = Self.unpublished("take it from your books or from offers")
  /// What only asking people can say.
  package static let byAsking = Self.unpublished("ask people in your market")
  /// What only a comparison can say.
  package static let byTesting = Self.unpublished("find it by a test with a holdout")
}

extension Key {
  /// The key with the range its figures usually lie in.
  package func typical(_ typical: Typical) -> Key {
    var key = self
    key.typical = typical
    return key
  }

  package func typical(_ range: String, source: String) -> Key {
    typical(.range(range, source: source))
  }
}
