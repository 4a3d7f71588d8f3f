import Statistics

/// How the replications of a study were laid out, and how much larger the market is that they stand for.
///
/// Everything said of the market one is about to enter rests on it: the replications of one draw of the
/// assumptions differ by luck alone, those of different draws by what nobody knows too.
public struct ReplicationDesign: Sendable, Equatable {
  /// k, the people each simulated customer stands for.
  public let standsFor: Int
  /// R, the replications of each draw of the assumptions; `nil` where nothing is drawn.
  ///
  /// Draw j has the replications from j·R to j·R + R − 1.
  public let replicationsPerDraw: Int?

  public init(standsFor: Int = 1, replicationsPerDraw: Int? = nil) {
    precondition(
      standsFor >= 1 && replicationsPerDraw ?? 1 >= 1, "people and replications are counted")
    self.standsFor = standsFor
    self.replicationsPerDraw = replicationsPerDraw
  }

  /// What the next market will come to in a quantity, from its values by replication.
  ///
  /// - Parameter values: For the real market; replications without a value are not numbers.
  /// - Returns: None below two draws, or below two replications where nothing is drawn.
  public func prediction(of values: [Double]) -> Prediction? {
    Prediction(VarianceComponents([values], self), values)
  }

  /// The means of the draws, or the values themselves where nothing is drawn: what is independent.
  public func independentMeans(_ values: [Double]) -> [Double] {
    guard let replicationsPerDraw else { return values }
    return stride(from: 0, to: values.count, by: replicationsPerDraw).map { first in
      Moments(values[first..<min(values.count, first + replicationsPerDraw)]).mean
    }
  }
}
