import Analyses
import ArgumentParser
import Experiments

/// What resamples of the units are asked for, as said on the command line.
struct ResamplingOptions: ParsableArguments {
  @Option(
    help: """
      Take intervals and p-values of means, shares and ratios from resamples: poisson (bootstrap-t for means \
      and shares, percentiles for ratios) or bucket (percentiles; for many rows, and for clusters, which it \
      draws whole). Neither combines with covariates, strata, --se or --sequential. With more than one arm \
      dunnett holds for all of them, by the resamples together. Quantiles, segments and days keep their \
      formulas.
      """,
    completion: .list(BootstrapRule.allCases.map(\.rawValue)))
  var bootstrap: String?

  @Option(help: "Resamples of the bootstrap, 100 to 100000. (default: 1000)")
  var resamples: Int?

  @Option(
    help: """
      Rearrangements of the units' arms, 100 to 100000: a permutation p-value of Welch's t beside each effect \
      on a mean or share, without covariates and not corrected.
      """)
  var permutations: Int?

  @Option(help: "The number all luck comes from. (default: 1)")
  var seed: UInt64?

  var isEmpty: Bool {
    bootstrap == nil && resamples == nil && permutations == nil && seed == nil
  }

  /// - Throws: `ValidationError` where the rule is no such word.
  func plan() throws -> ResamplingPlan {
    var plan = ResamplingPlan()
    if let bootstrap { plan.bootstrap = try AnalyzeOptions.word(bootstrap, "--bootstrap") }
    (plan.resamples, plan.permutations, plan.seed) = (resamples, permutations, seed)
    return plan
  }
}
