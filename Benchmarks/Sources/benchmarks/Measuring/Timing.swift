import Statistics

/// How long several runs of one piece of work took, in the order of the rounds.
struct Timing {
  private(set) var seconds: [Double] = []
  /// What the processors spent on it, all threads together.
  private var processorSeconds: [Double] = []

  var median: Double { Self.median(seconds) }
  var least: Double { seconds.min() ?? .nan }
  var most: Double { seconds.max() ?? .nan }
  var processorMedian: Double { Self.median(processorSeconds) }

  /// The same, each run counted in other units or for a part of its work.
  func scaled(by factor: Double) -> Timing {
    Timing(
      seconds: seconds.map { $0 * factor }, processorSeconds: processorSeconds.map { $0 * factor })
  }

  /// These runs and further ones of the same work.
  func joined(_ further: Timing) -> Timing {
    Timing(
      seconds: seconds + further.seconds,
      processorSeconds: processorSeconds + further.processorSeconds)
  }

  /// Round by round as a multiple of another's: what slows a whole round down cancels.
  func over(_ other: Timing) -> Timing {
    Timing(
      seconds: zip(seconds, other.seconds).map { $0 / $1 },
      processorSeconds: zip(processorSeconds, other.processorSeconds).map { $0 / $1 })
  }

  /// Times pieces of work in rounds of each in turn, so that a busy moment hits none of them alone.
  ///
  /// - Parameters:
  ///   - rounds: How often each is timed.
  ///   - warmUp: Whether to run each once before, unmeasured.
  ///   - works: What to time.
  /// - Returns: One timing for each, in their order.
  /// - Throws: What the work throws.
  static func rounds(
    _ rounds: Int, warmUp: Bool = true, _ works: [() async throws -> Void]
  ) async throws -> [Timing] {
    if warmUp {
      for work in works { try await work() }
    }
    var timings = Array(repeating: Timing(), count: works.count)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      for (place, work) in works.enumerated() {
        let (start, processorStart) = (clock.now, ProcessorClock.seconds)
        try await work()
        timings[place].processorSeconds.append(ProcessorClock.seconds - processorStart)
        timings[place].seconds.append((clock.now - start) / .seconds(1))
      }
    }
    return timings
  }

  /// Times one piece of work alone.
  static func of(
    runs: Int, _ work: @escaping () async throws -> Void
  ) async throws -> Timing {
    try await rounds(runs, [work])[0]
  }

  private static func median(_ values: [Double]) -> Double {
    SortedSample(values)?.median ?? .nan
  }
}
