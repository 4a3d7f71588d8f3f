import Statistics
import Testing

/// Ten thousand simulated experiments, counted by whether a method was right about each.
struct Repeated {
  static let experiments = 10_000

  /// How often something of chance `nominal` happened, printed and judged.
  static func check(
    _ name: String, nominal: Double, allowance: Double = 0, test: String = #function,
    sourceLocation: SourceLocation = #_sourceLocation, of happened: (Draws) throws -> Bool
  ) rethrows {
    let share = try shares(of: 1, test: test) { [try happened($0)] }[0]
    judge(
      name, share: share, nominal: nominal, allowance: allowance, sourceLocation: sourceLocation)
  }

  /// The share of experiments in which each of several things happened.
  static func shares(
    of things: Int, test: String = #function, in happened: (Draws) throws -> [Bool]
  ) rethrows -> [Double] {
    var counts = [Int](repeating: 0, count: things)
    try each(test: test) { draws in
      for (place, isSo) in try happened(draws).enumerated() where isSo { counts[place] += 1 }
    }
    return counts.map { Double($0) / Double(experiments) }
  }

  /// The draws of each experiment in turn; prints how long they took altogether.
  static func each(test: String = #function, _ body: (Draws) throws -> Void) rethrows {
    let duration = try ContinuousClock().measure {
      for experiment in 0..<experiments {
        try body(Draws(seed: 20_261, replication: experiment))
      }
    }
    print("\(test): \(experiments) experiments in \(duration)")
  }

  /// Prints a share and judges it against what theory says.
  ///
  /// The bound is 3.5 standard errors of that many experiments: a right method would fail a check about
  /// once in two thousand seeds, and seeds are fixed. The allowance, where there is one, is what the
  /// theory behind the nominal chance leaves out.
  static func judge(
    _ name: String, share: Double, nominal: Double, allowance: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = (nominal * (1 - nominal) / Double(experiments)).squareRoot()
    let z = (share - nominal) / error
    let wide = allowance > 0 ? ", allowance \(allowance)" : ""
    print("\(name): \(share), nominal \(rounded(nominal)), z \((z * 10).rounded() / 10)\(wide)")
    #expect(
      (share - nominal).magnitude < 3.5 * error + allowance, "\(name): \(share)",
      sourceLocation: sourceLocation)
  }

  private static func rounded(_ chance: Double) -> Double { (chance * 1e4).rounded() / 1e4 }
}

extension Draws {
  /// The draws of one simulated unit.
  func unit(_ index: Int, arm: Int) -> DrawStream {
    stream(
      Individual(family: UInt32(truncatingIfNeeded: arm), index: UInt32(truncatingIfNeeded: index)),
      Purpose("simulated experiment"))
  }

  /// The moments of so many simulated units of an arm.
  func moments(
    arm: Int, units: Int, from first: Int = 0, _ sample: (inout DrawStream) -> Double
  ) -> Moments {
    var moments = Moments()
    for index in first..<first + units {
      var stream = unit(index, arm: arm)
      moments.add(sample(&stream))
    }
    return moments
  }
}
