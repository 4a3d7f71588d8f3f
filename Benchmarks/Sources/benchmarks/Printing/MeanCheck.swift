import Statistics

/// A mean over replications against what theory expects.
struct MeanCheck: CustomStringConvertible {
  private let name: String
  private let expected: Double
  private let digits: Int
  private let mean: Double
  /// In standard errors; nil with fewer than two replications.
  private let z: Double?

  init(_ name: String, expected: Double, digits: Int, _ replications: Moments) {
    self.name = name
    self.expected = expected
    self.digits = digits
    mean = replications.mean
    z = replications.standardError.map { (replications.mean - expected) / $0 }
  }

  var isRight: Bool { z.map { abs($0) < 4 } ?? false }

  var description: String {
    "\(name) \(mean.fixed(digits)), expected \(expected.fixed(digits)), z \(z?.fixed(1) ?? "none")"
  }
}
