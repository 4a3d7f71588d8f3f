import Market
import Statistics
import Takeaways

extension Estimate {
  /// Whether every replication came to the same, which is no proof that every market does.
  var isAlike: Bool { prediction?.isPoint ?? false }

  /// Such as `in both replications`.
  var inAll: String {
    switch replications {
    case nil: "in every replication"
    case 2: "in both replications"
    case let count?: "in all \(Readable.counted(count, "replication"))"
    }
  }
}

extension Interval {
  /// Whether it is one figure, but for what adding up fractions in another order does to the last bits.
  var isPoint: Bool { width < 0.001 }
}
