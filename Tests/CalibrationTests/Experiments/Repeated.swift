import Statistics
import Testing

/// Ten thousand simulated experiments, counted by whether a method was right about each.
struct Repeated {
  static let experiments = 10_000

  /// How often something nominally of chance `nominal` happened, printed and judged.
  ///
  /// The bound is 3.5 standard errors of that many experiments: a right method would fail a check about
  /// once in two thousand seeds, and seeds are fixed.
  static func check(
    _ name: String, nominal: Double, sourceLocation: SourceLocation = #_sourceLocation,
    of happened: (Draws) throws -> Bool
  ) rethrows {
    var count = 0
    for experiment in 0..<experiments
    where try happened(Draws(seed: 20_261, replication: experiment)) {
      count += 1
    }
    let share = Double(count) / Double(experiments)
    let error = (nominal * (1 - nominal) / Double(experiments)).squareRoot()
    let z = (share - nominal) / error
    print("\(name): \(share), nominal \(nominal), z \((z * 10).rounded() / 10)")
    #expect(z.magnitude < 3.5, "\(name): \(share)", sourceLocation: sourceLocation)
  }
}

extension Draws {
  /// The draws of one simulated unit.
  func unit(_ index: Int, arm: Int) -> DrawStream {
    stream(
      Individual(family: UInt32(truncatingIfNeeded: arm), index: UInt32(truncatingIfNeeded: index)),
      Purpose("simulated experiment"))
  }
}
