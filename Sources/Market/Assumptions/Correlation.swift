/// How far two assumptions move with each other: the correlation of their standard normal scores.
struct Correlation: Sendable, Equatable {
  var first: String
  var second: String
  var value: Double

  func joins(_ one: String, _ other: String) -> Bool {
    (first, second) == (one, other) || (first, second) == (other, one)
  }
}

/// Correlations that no quantities can have.
struct ImpossibleCorrelations: Error, Equatable {
  /// The assumptions that cannot move like this, the last of them at odds with those before.
  var names: [String]
  /// Pairs among them between which none is given, so that it is 0.
  var unrelated: [Correlation]
}
