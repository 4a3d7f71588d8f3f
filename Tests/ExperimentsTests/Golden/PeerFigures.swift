import RealModule
import Statistics
import Testing

@testable import Experiments

/// Figures of the two peers in the reference files, held against ours: closed forms to 1e-10 relative,
/// p-values to 1e-8.
enum PeerFigures {
  /// A metric's record of tea-tasting: its relative interval is that of the log ratio.
  static func checkTeaTasting(
    _ record: GoldenLeaf, control: Moments, treatment: Moments, variances: Variances = .unequal,
    asymptotic: Bool = false, _ alternative: Alternative = .twoSided
  ) throws {
    let welch = try Effect.difference(treatment, from: control, variances: variances)
    let effect = asymptotic ? welch.asymptotic : welch
    let lift = try RelativeLift(treatment, over: control, variances: variances)
    let logRatio = try asymptotic ? lift.logRatio().asymptotic : lift.logRatio()
    let absolute = effect.interval(confidence: 0.95, alternative)
    let relative = logRatio.interval(confidence: 0.95, alternative)
    let ours: [String: Double] = [
      "control": control.mean, "treatment": treatment.mean, "effect_size": effect.estimate,
      "effect_size_ci_lower": absolute.low, "effect_size_ci_upper": absolute.high,
      "rel_effect_size": lift.estimate, "rel_effect_size_ci_lower": .expMinusOne(relative.low),
      "rel_effect_size_ci_upper": .expMinusOne(relative.high), "statistic": effect.statistic,
      "pvalue": effect.pValue(alternative),
    ]
    for key in try record.keys {
      let figure = try #require(ours[key], "unknown figure \(key)")
      let reference = try record[key].number
      #expect(
        agrees(figure, reference, relative: key == "pvalue" ? 1e-8 : 1e-10),
        "\(record.path).\(key): \(figure), not \(reference)")
    }
  }

  /// A record of gbstats.
  static func checkGbstats(
    _ record: GoldenLeaf, _ effect: Effect, _ alternative: Alternative = .twoSided
  ) throws {
    let interval = effect.interval(confidence: 0.95, alternative)
    let pairs = [
      (effect.estimate, try record["expected"].number, 1e-10),
      (interval.low, try record["ci"][0].number, 1e-10),
      (interval.high, try record["ci"][1].number, 1e-10),
      (effect.estimate, try record["uplift"]["mean"].number, 1e-10),
      (effect.standardError, try record["uplift"]["stddev"].number, 1e-10),
      (effect.pValue(alternative), try record["pValue"].number, 1e-8),
    ]
    for (figure, reference, tolerance) in pairs {
      #expect(
        agrees(figure, reference, relative: tolerance),
        "\(record.path): \(figure), not \(reference)")
    }
  }

  /// The four fixed-sample records of a metric: two-sided and one-sided, absolute and relative.
  static func checkGbstats(_ metric: GoldenLeaf, absolute: Effect, relative: Effect) throws {
    try checkGbstats(try metric["ttest_absolute"], absolute)
    try checkGbstats(try metric["onesided_greater_absolute"], absolute, .greater)
    try checkGbstats(try metric["ttest_relative"], relative)
    try checkGbstats(try metric["onesided_greater_relative"], relative, .greater)
  }
}
