import Experiments

/// What is asked of resamples of the units, in place of formulas or beside them.
public struct ResamplingPlan: Sendable, Equatable {
  /// Where effects' intervals and p-values come from resamples.
  public var bootstrap: BootstrapRule?
  /// Of the bootstrap; nil for ``usualResamples``.
  public var resamples: Int?
  /// Rearrangements of the units' arms for permutation tests beside the effects.
  public var permutations: Int?
  /// The same seed gives the same figures; nil for ``usualSeed``.
  public var seed: UInt64?

  public init() {}

  public static let usualResamples = 1_000
  public static let usualSeed: UInt64 = 1
  /// Fewer say little of a tail of 2.5 %, more cost much and change no digit that counts.
  public static let counts = 100...100_000

  /// How many resamples may lie as far out as 0, the data counted in, before `share` of them is exceeded.
  static func tail(_ share: Double, of resamples: Int) -> Int {
    // Rounding must not lose the last resample where the product is whole.
    Int((Double(resamples + 1) * share + 1e-9).rounded(.down))
  }

  /// Whether anything is drawn at random.
  public var isAsked: Bool { bootstrap != nil || permutations != nil }
  public var resamplesDrawn: Int { resamples ?? Self.usualResamples }
  public var seedDrawn: UInt64 { seed ?? Self.usualSeed }
}

/// How the bootstrap draws units.
public enum BootstrapRule: String, Sendable, CaseIterable {
  /// Each unit a Poisson(1) number of times.
  case poisson
  /// Buckets of units, or whole clusters, a Poisson(1) number of times.
  case bucket
}

extension AnalysisPlan {
  /// What is wrong with what it asks of resamples.
  var resamplingProblems: [PlanProblem] {
    var problems: [PlanProblem] = []
    func refuse(_ reason: String, _ key: String) {
      problems.append(PlanProblem(reason, key: key))
    }
    if resampling.isAsked, switchback != nil {
      refuse(
        "the windows of a switchback depend on each other, which resamples of rows do not know",
        resampling.bootstrap == nil ? "permutations" : "bootstrap")
    }
    if resampling.bootstrap != nil {
      if !covariates.isEmpty || stratum != nil || standardError != nil {
        refuse(
          "the bootstrap compares means as they are: it knows no covariates, strata or robust errors",
          "bootstrap")
      }
      if ResamplingPlan.tail((1 - confidence) / 2, of: resampling.resamplesDrawn) < 1 {
        refuse("so much confidence takes more resamples", "resamples")
      }
      if resampling.bootstrap == .poisson, cluster != nil {
        refuse(
          "the Poisson bootstrap takes units to be independent; bucket draws whole clusters",
          "bootstrap")
      }
      if sequential != nil {
        refuse(
          "the bootstrap holds for one look alone, and a sequential rule has intervals of its own",
          "bootstrap")
      }
    }
    if resampling.permutations != nil {
      if cluster != nil {
        refuse("permutations rearrange units one by one and know no clusters", "permutations")
      }
      if sequential != nil {
        refuse("a permutation test holds for one look alone, not at every look", "permutations")
      }
    }
    let counts = [("resamples", resampling.resamples), ("permutations", resampling.permutations)]
    for case (let name, let count?) in counts where !ResamplingPlan.counts.contains(count) {
      refuse("\(name) are a whole number from 100 to 100000", name)
    }
    if resampling.resamples != nil, resampling.bootstrap == nil {
      refuse("resamples are the bootstrap's, and none is asked for: poisson or bucket", "resamples")
    }
    if resampling.seed != nil, !resampling.isAsked {
      refuse("there is nothing to draw from a seed without bootstrap or permutations", "seed")
    }
    return problems
  }
}
