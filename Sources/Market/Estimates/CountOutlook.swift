import Statistics

/// What a count will come to in the market one is about to enter, where it is so small that its mean says little.
///
/// Where everybody stands for themselves each replication is such a market, however few there are: a further one falls
/// into each gap between them as likely (`SortedSample.chanceFresh`). Else it is the law of `Prediction`.
public struct CountOutlook: Sendable {
  public let mean: Double
  private let law: Law

  private enum Law: Sendable {
    case markets(SortedSample)
    case prediction(Prediction)
  }

  /// None of fewer than two replications.
  ///
  /// - Parameters:
  ///   - values: One count a replication, of the real market.
  ///   - design: What a replication is.
  public init?(_ values: [Double], _ design: ReplicationDesign) {
    guard values.count > 1, let sample = SortedSample(values) else { return nil }
    mean = values.reduce(0, +) / Double(values.count)
    if design.standsFor == 1 {
      law = .markets(sample)
    } else {
      guard let prediction = Prediction(VarianceComponents([values], design), values) else {
        return nil
      }
      law = .prediction(prediction)
    }
  }

  public var median: Double { quantile(0.5) }

  /// The count that so large a share of markets stays below.
  public func quantile(_ share: Double) -> Double {
    switch law {
    case .markets(let sample):
      sample.freshQuantile(share) ?? (share < 0.5 ? sample.values[0] : sample.quantile(1))
    case .prediction(let prediction): prediction.quantile(share)
    }
  }

  /// The least chance it can tell of: what no replication shows is as likely as one gap between them.
  public var leastChance: Double {
    switch law {
    case .markets(let sample): 1 / Double(sample.count + 1)
    case .prediction(let prediction): prediction.leastChance
    }
  }

  /// The chance of so many or more.
  public func chance(atLeast count: Int) -> Double {
    guard count > 0 else { return 1 }
    // Halfway to the count before: no market comes to anything between.
    let bound = Double(count) - 0.5
    return switch law {
    case .markets(let sample): sample.chanceFresh(above: bound)
    case .prediction(let prediction): prediction.chance(above: bound)
    }
  }
}
