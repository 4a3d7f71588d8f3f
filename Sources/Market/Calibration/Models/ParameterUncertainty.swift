internal import RealModule
internal import Statistics

/// How far a log leaves the parameters of a fit open, by the logarithms' covariance.
///
/// From the Hessian of the log-likelihood: on the scale of logarithms estimates are nearer to normal, and
/// none of them is negative.
public struct ParameterUncertainty: Sendable, Equatable {
  /// Standard deviations of the logarithms; nil where a parameter ended at a limit of the search.
  public let deviations: [Double?]
  /// Correlations of the logarithms; nil where either parameter ended at a limit.
  public let correlations: [[Double?]]

  public init(deviations: [Double?], correlations: [[Double?]]) {
    self.deviations = deviations
    self.correlations = correlations
  }

  /// What is left open where one parameter is taken as known.
  ///
  /// The others keep what of their covariance the known one does not account for.
  public func holding(_ known: Int) -> Self {
    guard deviations[known] != nil else { return self }
    var (deviations, correlations) = (deviations, correlations)
    for i in deviations.indices {
      guard let deviation = self.deviations[i], let share = self.correlations[i][known] else {
        continue
      }
      deviations[i] = i == known ? nil : deviation * max(0, 1 - share * share).squareRoot()
      for j in deviations.indices {
        guard i != j, i != known, j != known else {
          correlations[i][j] = i == j && i != known ? 1 : nil
          continue
        }
        guard let between = self.correlations[i][j], let other = self.correlations[j][known] else {
          continue
        }
        let scale = (max(0, 1 - share * share) * max(0, 1 - other * other)).squareRoot()
        correlations[i][j] = scale > 0 ? min(1, max(-1, (between - share * other) / scale)) : 0
      }
    }
    return Self(deviations: deviations, correlations: correlations)
  }

  /// A central interval of a parameter, whose median is the estimate.
  ///
  /// - Parameters:
  ///   - index: The parameter's place.
  ///   - estimate: Its value.
  ///   - probability: How likely the interval holds it, such as 0.9.
  /// - Returns: The ends, estimate·e^(±z·deviation); nil where the parameter ended at a limit.
  public func interval(
    of index: Int, around estimate: Double, probability: Double
  ) -> ClosedRange<Double>? {
    guard let deviation = deviations[index] else { return nil }
    let reach = Double.exp(Double.normalQuantile(0.5 + probability / 2) * deviation)
    guard reach.isFinite else { return nil }
    return estimate / reach...estimate * reach
  }
}
