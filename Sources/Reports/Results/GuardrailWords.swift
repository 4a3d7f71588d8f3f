import Documents
import Market
import Planning
import Takeaways

extension Guardrail {
  /// Such as `cost per extra customer at most 60 CNY`.
  func words(_ currency: Currency) -> String {
    switch bound {
    case .atMost(let limit): "\(measure.title) at most \(measure.unit.text(limit, currency))"
    case .atLeast(let limit): "\(measure.title) at least \(measure.unit.text(limit, currency))"
    }
  }
}

extension GuardedMeasure.Unit {
  /// A figure as people write it, with no more decimals than it has.
  func text(_ value: Double, _ currency: Currency) -> String {
    switch self {
    case .money:
      Decimals.trimmed(value / currency.scale, currency.decimals) + " " + currency.code
    case .share: Decimals.trimmed(value * 100, 1) + "%"
    case .count: Decimals.trimmed(value, 1)
    }
  }
}

extension GuardrailVerdict {
  /// What is to be said about it in a word or two.
  var word: String { verdict?.rawValue ?? "not judged" }

  /// The same, with how often it is kept where that is open, such as `can't say (97%)`.
  ///
  /// - Parameter least: The least chance that what was played can tell of.
  /// - Returns: The words.
  func wordWithChance(least: Double) -> String {
    guard verdict == .cannotSay, let chanceKept else { return word }
    return "\(word) (\(Readable.chance(chanceKept, least: least)))"
  }
}
