import Analyses
import Experiments
import RealModule
import Statistics

extension NullUnits {
  static let normal = NullUnits(columns: ["v"]) { [10 + $0.normal()] }
  static let exponential = NullUnits(columns: ["v"]) { [$0.exponential()] }

  /// A metric that its covariates explain half of.
  static func explained(by covariates: Int) -> NullUnits {
    NullUnits(columns: ["v"] + (0..<covariates).map { "x\($0)" }) { stream in
      let values = (0..<covariates).map { _ in stream.normal() }
      let sum = values.reduce(0, +) / Double(max(1, covariates)).squareRoot()
      return [10 + sum + stream.normal()] + values
    }
  }

  static func share(_ chance: Double) -> NullUnits {
    NullUnits(columns: ["v"]) { [$0.uniform() < chance ? 1 : 0] }
  }
}

extension TestedMethod {
  private static func covariates(_ count: Int) -> [String] { (0..<count).map { "x\($0)" } }

  static let all: [TestedMethod] = means + adjusted + shares + quantiles + looks + many

  private static let means = [
    TestedMethod(name: "Welch, normal", sizes: [3, 5, 10, 50], units: .normal) { _ in },
    TestedMethod(name: "Welch, exponential", sizes: [5, 10, 50], units: .exponential) { _ in },
    TestedMethod(
      name: "ratio, delta method", sizes: [10, 50],
      units: NullUnits(columns: ["a", "b"]) { stream in
        let sessions = 1 + (stream.uniform() * 5).rounded(.down)
        return [sessions * (1 + 0.5 * stream.normal()), sessions]
      }
    ) { $0.metrics = [MetricSpecification(name: "a/b", kind: .ratio("a", per: "b"))] },
    TestedMethod(
      name: "Poisson bootstrap-t, exponential", sizes: [10, 50], units: .exponential
    ) { plan in
      plan.resampling.bootstrap = .poisson
      plan.resampling.resamples = 199
    },
    TestedMethod(
      name: "permutation test, exponential", sizes: [3, 10, 50], units: .exponential,
      plan: { $0.resampling.permutations = 199 },
      isAlarm: { $0.effects.contains { ($0.permutationPValue ?? 1) <= 0.05 } }),
    TestedMethod(
      name: "non-inferiority at the margin, one-sided", sizes: [3, 10, 50],
      units: NullUnits(columns: ["v"]) { [10 + $0.normal()] },
      plan: { $0.margins = [Margin(metric: "v", size: 1e-9)] },
      isAlarm: { $0.decisions.contains { $0.verdict == .notWorse } }),
  ]

  private static let adjusted: [TestedMethod] = [1, 3].flatMap { k in
    [
      TestedMethod(
        name: "CUPED, \(k) covariates", sizes: [6, 10, 50], units: .explained(by: k)
      ) { plan in
        plan.covariates = covariates(k)
        plan.adjustment = .cuped
      },
      TestedMethod(name: "Lin, \(k) covariates", sizes: [6, 10, 50], units: .explained(by: k)) {
        plan in
        plan.covariates = covariates(k)
        plan.adjustment = .lin
      },
      TestedMethod(
        name: "ANCOVA, \(k) covariates", sizes: [6, 10, 50], units: .explained(by: k)
      ) { plan in
        plan.covariates = covariates(k)
        plan.adjustment = .ancova
      },
    ]
  }

  private static let shares: [TestedMethod] = [0.5, 0.1, 0.02].map { chance in
    TestedMethod(
      name: "share of \(chance)", sizes: [3, 10, 50, 200], units: .share(chance)
    ) { $0.metrics = [MetricSpecification(name: "v", kind: .proportion("v"))] }
  }

  private static let quantiles = [
    TestedMethod(name: "median, normal", sizes: [5, 20, 100], units: .normal) {
      $0.metrics = [MetricSpecification(name: "median(v)", kind: .quantile("v", 0.5))]
    },
    TestedMethod(
      name: "90 % quantile, ratings", sizes: [20, 100],
      units: NullUnits(columns: ["v"]) { [($0.uniform() * 5).rounded(.down) + 1] }
    ) { $0.metrics = [MetricSpecification(name: "p90(v)", kind: .quantile("v", 0.9))] },
  ]

  private static let looks = [SequentialRule.obrienFleming, .pocock, .asymptotic].map { rule in
    TestedMethod(
      name: "looks on four days, \(rule.rawValue)", sizes: [12, 40],
      units: NullUnits(
        columns: ["v"], groups: [.day: (name: { "2026-03-0\($0 + 1)" }, count: 4)]
      ) { [$0.normal()] },
      plan: {
        $0.day = "day"
        $0.sequential = rule
      },
      isAlarm: { $0.decisions.contains { [.higher, .lower].contains($0.verdict) } })
  }

  private static let many = [
    TestedMethod(
      name: "Dunnett, 3 arms", sizes: [3, 10, 50],
      units: NullUnits(columns: ["v"], arms: 3) { [$0.normal()] }
    ) { _ in },
    TestedMethod(
      name: "Holm, 3 metrics", sizes: [3, 10],
      units: NullUnits(columns: ["v", "w", "u"]) { stream in (0..<3).map { _ in stream.normal() } },
      plan: { plan in
        plan.metrics = ["v", "w", "u"].map { MetricSpecification(name: $0, kind: .mean($0)) }
        plan.correction = .holm
      },
      // Corrected p-values have no intervals of their own.
      holds: { $0.effects[0].interval.contains(0) }),
  ]
}
