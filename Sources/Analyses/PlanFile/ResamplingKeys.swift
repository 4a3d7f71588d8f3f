import Documents
import Experiments

extension Section<AnalysisDraft> {
  /// What is asked of resamples of the units.
  static var resampling: [Key<AnalysisDraft>] {
    [
      Key(
        optional: "bootstrap", \.resampling.bootstrap, .word,
        "Takes intervals and p-values of means, shares and ratios from resamples."),
      Key(
        optional: "resamples", \.resampling.resamples,
        .whole(ResamplingPlan.counts, example: "2000"), "Resamples of the bootstrap.",
        standard: "\(ResamplingPlan.usualResamples)"),
      Key(
        optional: "permutations", \.resampling.permutations,
        .whole(ResamplingPlan.counts, example: "9999"),
        "Rearrangements of the units' arms, for permutation tests beside the effects."),
      Key(
        optional: "seed", \.resampling.seed, .whole(0...UInt64(Int64.max), example: "20261122"),
        "The number all luck comes from.", standard: "\(ResamplingPlan.usualSeed)"),
    ]
  }
}
