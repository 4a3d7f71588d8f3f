/// What the pass keeps the moments of: outcomes, then covariates, then which covariates were missing.
///
/// Outcomes are metrics and the denominators of ratios. A missing covariate counts as `fill`, and a
/// variable of its own, 1 there and 0 elsewhere, tells these units apart.
public struct Variables: Sendable, Equatable {
  public let outcomes: [String]
  public let covariates: [String]
  /// The number of a covariate, and what stands in for it where it was missing; by rising number.
  package var fills: [Fill]

  package struct Fill: Sendable, Equatable {
    package let covariate: Int
    package var value: Double
  }

  /// Without indicators, where no covariate was missing.
  public init(outcomes: [String], covariates: [String]) {
    self.init(outcomes: outcomes, covariates: covariates, fills: [])
  }

  init(outcomes: [String], covariates: [String], fills: [Fill]) {
    self.outcomes = outcomes
    self.covariates = covariates
    self.fills = fills
  }

  public var count: Int { outcomes.count + covariates.count + fills.count }

  /// All in order, the indicators named after their covariates.
  public var names: [String] {
    outcomes + covariates + fills.map { "\(covariates[$0.covariate]) missing" }
  }

  /// The position of an outcome among the variables.
  public func outcome(_ name: String) -> Int? { outcomes.firstIndex(of: name) }

  /// The positions of a covariate and, where it was missing for some units, of its indicator.
  public func covariate(_ name: String) -> [Int]? {
    guard let number = covariates.firstIndex(of: name) else { return nil }
    return [position(ofCovariate: number)] + (position(ofIndicator: number).map { [$0] } ?? [])
  }

  /// The positions of all covariates and indicators.
  public var adjusting: Range<Int> { outcomes.count..<count }

  package func position(ofCovariate number: Int) -> Int { outcomes.count + number }

  package func position(ofIndicator number: Int) -> Int? {
    fills.firstIndex { $0.covariate == number }.map { outcomes.count + covariates.count + $0 }
  }
}
