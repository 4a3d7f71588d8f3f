import Statistics
import Testing

/// How well samples follow their distributions; every test here has a false alarm rate of 1e-4.
///
/// Seeds are fixed, so a run is repeatable: an alarm is a change of the sampler, or the one seed in
/// 10,000 that was bad luck from the start (then take another, and say so).
enum GoodnessOfFit {
  static let falseAlarmRate = 1e-4

  /// Draws of many individuals, one each as the engine takes them.
  static func draws<Value>(
    _ count: Int, for purpose: String, _ sample: (inout DrawStream) -> Value
  ) -> [Value] {
    let draws = Draws(seed: 20_260_614, replication: 0)
    let purpose = Purpose(purpose)
    return (0..<count).map {
      var stream = draws.stream(Individual(family: 11, index: UInt32($0)), purpose)
      return sample(&stream)
    }
  }

  /// A continuous distribution: its tails, and the points where each of them holds a thousandth.
  struct Continuous {
    let lower: (Double) -> Double
    let upper: (Double) -> Double
    let thousandths: (low: Double, high: Double)
  }

  /// Expects draws to follow a continuous distribution, as a whole and within each of its far tails.
  ///
  /// The tails, a thousandth on either side, get tests of their own: what happens there moves the
  /// distance of the whole by less than luck does, but heavy spenders live there.
  static func expectContinuous(
    _ name: String, _ law: Continuous, draws count: Int = 4_000_000,
    at location: SourceLocation = #_sourceLocation, sample: (inout DrawStream) -> Double
  ) {
    let values = draws(count, for: name, sample)
    let whole = KolmogorovSmirnov(Array(values.prefix(1_000_000)), cdf: law.lower)
    #expect(whole.pValue > falseAlarmRate, "\(name)", sourceLocation: location)
    let expected = Binomial(uncheckedTrials: count, probability: 1e-3)
    let tails = [
      ("lower", values.filter { $0 < law.thousandths.low }.map(law.lower)),
      ("upper", values.filter { $0 > law.thousandths.high }.map(law.upper)),
    ]
    for (side, probabilities) in tails {
      let seen = probabilities.count
      #expect(
        min(expected.cdf(seen), expected.upperTail(seen - 1)) > falseAlarmRate / 2,
        "\(name), draws in the \(side) tail", sourceLocation: location)
      let shape = KolmogorovSmirnov(probabilities) { $0 * 1e3 }
      #expect(
        shape.pValue > falseAlarmRate, "\(name), shape of the \(side) tail",
        sourceLocation: location)
    }
  }

  /// Expects draws to follow a discrete distribution, by χ² over counts of which 20 or more are expected.
  ///
  /// What is rarer joins its neighbour. Beyond `low` and `high` no draw must fall, so they leave out what
  /// has a chance of 1e-13 a draw.
  static func expectDiscrete(
    _ name: String, draws count: Int = 2_000_000, from low: Int, to high: Int,
    probability: (Int) -> Double, at location: SourceLocation = #_sourceLocation,
    sample: (inout DrawStream) -> Int
  ) {
    var observed = [Int](repeating: 0, count: high - low + 1)
    for value in draws(count, for: name, sample) where value >= low && value <= high {
      observed[value - low] += 1
    }
    #expect(
      observed.reduce(0, +) == count, "\(name), impossible draws", sourceLocation: location)
    var cells: [(observed: Double, expected: Double)] = []
    var open = (observed: 0.0, expected: 0.0)
    for (offset, seen) in observed.enumerated() {
      open.observed += Double(seen)
      open.expected += Double(count) * probability(low + offset)
      if open.expected >= 20 {
        cells.append(open)
        open = (0, 0)
      }
    }
    if let last = cells.popLast() {
      cells.append((last.observed + open.observed, last.expected + open.expected))
    }
    let statistic = cells.reduce(0) {
      $0 + ($1.observed - $1.expected) * ($1.observed - $1.expected) / $1.expected
    }
    let tail = Double.regularizedGammaQ(Double(cells.count - 1) / 2, statistic / 2)
    #expect(cells.count > 1 && tail > falseAlarmRate, "\(name)", sourceLocation: location)
  }
}
