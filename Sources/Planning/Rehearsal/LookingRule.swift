import Experiments
import Statistics

/// When a test may be stopped and called an effect.
public enum LookingRule: String, Sendable, CaseIterable {
  /// One look, on the last day.
  case once = "one look at the end"
  /// As if each look were the only one.
  case peeking = "naive peeking"
  /// Bounds that share the error rate among the planned looks, hardly any of it early.
  case obrienFleming = "O’Brien–Fleming bounds"
  /// Intervals that hold however often one looks.
  case confidenceSequence = "anytime-valid intervals"
}

/// A rule made ready for the looks of one design.
struct LookingTest: Sendable {
  private let rule: LookingRule
  private let alpha: Double
  private let bounds: [Double]
  private let sequence: ConfidenceSequence
  private let units: [Double]
  private static let leastInformation = 1e-3

  /// For so many people in the two arms compared, and the share of the information there is at each look.
  init(_ rule: LookingRule, _ design: RehearsalDesign, shares: [Double], people: Double) {
    self.rule = rule
    let alpha = design.alphaPerComparison
    self.alpha = alpha
    units = shares.map { max(1, $0 * people) }
    sequence = ConfidenceSequence(alpha: alpha, units: max(1, people))
    // Before anybody has come in there is nothing to look at, and no bound to be crossed.
    let informed = shares.indices.filter { shares[$0] >= Self.leastInformation }
    var bounds = shares.map { $0 < 1 ? Double.infinity : -.normalQuantile(alpha / 2) }
    if let design = try? GroupSequentialDesign(
      looks: informed.map { shares[$0] }, alpha: alpha, boundary: .obrienFleming)
    {
      for (look, bound) in zip(informed, design.bounds) { bounds[look] = bound }
    }
    self.bounds = bounds
  }

  /// The first look at which there is a call, if any; effects by look.
  func firstCall(_ effects: [Effect?]) -> Int? {
    effects.indices.first { look in
      guard let effect = effects[look] else { return false }
      return calls(effect, look)
    }
  }

  private func calls(_ effect: Effect, _ look: Int) -> Bool {
    switch rule {
    case .once:
      look == units.count - 1 && effect.pValue() < alpha
    case .peeking:
      effect.pValue() < alpha
    case .obrienFleming:
      -Double.normalQuantile(effect.pValue() / 2) >= bounds[look]
    case .confidenceSequence:
      sequence.pValue(effect, units: units[look]) < alpha
    }
  }
}
