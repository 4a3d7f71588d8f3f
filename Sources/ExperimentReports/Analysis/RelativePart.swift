import Analyses
import Experiments
import Statistics
import Takeaways

/// A relative effect in a document; an end that is open, or not known, is null.
struct RelativePart: Encodable {
  let estimate: Double?
  let low: Double?
  let high: Double?
  let method: String
  /// Why an end is missing.
  let note: String?

  init(_ relative: RelativeEstimate) {
    switch relative {
    case .interval(let estimate, let interval, let method):
      self.estimate = estimate
      low = interval.low
      high = interval.high
      self.method = method
      note = nil
    case .unbounded(let estimate, let set, let method):
      self.estimate = estimate.isFinite ? estimate : nil
      self.method = method
      var ends: (low: Double?, high: Double?) = (nil, nil)
      switch set {
      case .bounded(let interval): ends = (interval.low, interval.high)
      case .atLeast(let low): ends.low = low
      case .atMost(let high): ends.high = high
      case .outside, .everything: break
      }
      (low, high) = ends
      note = set.words
    case .notEstimable(let problem):
      (estimate, low, high) = (nil, nil, nil)
      method = "none"
      note = problem.reason
    }
  }

  private enum Key: String, CodingKey { case estimate, low, high, method, note }

  /// Written even where they are null, so that a reader finds every key.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(estimate, forKey: .estimate)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encode(method, forKey: .method)
    try container.encodeIfPresent(note, forKey: .note)
  }
}

extension FiellerSet {
  /// Why there is no interval.
  fileprivate var words: String? {
    switch self {
    case .bounded: nil
    case .everything:
      "unbounded: the control's value may be 0, so that no relative effect can be ruled out"
    case .outside(let interval):
      "unbounded: the control's value may be 0; only between"
        + " \(Readable.share(interval.low)) and \(Readable.share(interval.high)) is ruled out"
    case .atLeast, .atMost: "unbounded on one side: the control's value may be 0"
    }
  }
}
