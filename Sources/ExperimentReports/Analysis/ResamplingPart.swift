import Analyses
import Experiments
import Takeaways

/// What was drawn at random, and from which seed; in a document and in a manifest.
struct ResamplingPart: Encodable {
  let bootstrap: String?
  let resamples: Int?
  let permutations: Int?
  let seed: UInt64

  /// nil where nothing was.
  init?(_ plan: ResamplingPlan) {
    guard plan.isAsked else { return nil }
    bootstrap = plan.bootstrap?.rawValue
    resamples = plan.bootstrap == nil ? nil : plan.resamplesDrawn
    permutations = plan.permutations
    seed = plan.seedDrawn
  }
}

extension AnalysisResult {
  /// How resamples were drawn, as sentences.
  var resamplingWords: [String] {
    let drawn = plan.resampling
    var lines: [String] = []
    if drawn.bootstrap != nil {
      lines.append(
        "Bootstrap: \(Readable.count(drawn.resamplesDrawn)) resamples from seed"
          + " \(drawn.seedDrawn); the least p-value they can give is"
          + " \(Readable.pValue(2 / Double(drawn.resamplesDrawn + 1))).")
    }
    if let permutations = drawn.permutations {
      lines.append(
        "Permutation p-values: Welch's t of the values as they are under"
          + " \(Readable.count(permutations)) rearrangements of the arms from seed"
          + " \(drawn.seedDrawn); they are not corrected.")
    }
    return lines
  }

  /// Whether an arm differs in any mean at all, as sentences.
  var jointWords: [String] {
    joint.compactMap { joint in
      let metrics = joint.metrics.map(\.printable).joined(separator: ", ")
      let means = "\(quoted(joint.arm)) against \(quoted(control)) in \(metrics) together"
      return joint.test.map {
        "\(means): \(Readable.pPhrase($0.pValue)) (Hotelling's T²)."
      } ?? "\(means): not tested: \(joint.reason ?? "")."
    }
  }

  /// What chances rest on, as a sentence.
  var chanceWords: String {
    var spreads: [String] = []
    for prior in plan.priors {
      let size =
        prior.isShare
        ? "\(Decimals.trimmed(prior.size * 100, 2))% of the control's value"
        : Decimals.trimmed(prior.size, Decimals.places(prior.size, digits: 4))
      spreads.append("\(size) for \(prior.metric?.printable ?? "every metric")")
    }
    let belief =
      spreads.isEmpty
      ? "every effect was alike likely"
      : "effects were normal about 0 with a standard deviation of"
        + " \(spreads.joined(separator: ", "))"
    let shares =
      spreads.isEmpty && plan.metrics.contains(where: \.isProportion)
      ? " (of shares: every share)" : ""
    return "Chances hold if before the data \(belief)\(shares); losses, where more is better."
  }
}
