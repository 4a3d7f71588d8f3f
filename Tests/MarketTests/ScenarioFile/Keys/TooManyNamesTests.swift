import Documents
import Testing

@testable import Market

/// Customers remember their segment and the channel they came by in a byte each.
@Suite struct TooManyNamesTests {
  private let flyers =
    "  flyers: {kind: offline, price: 0.6 CNY, reach: 5%, budget: 70 CNY per week}\n"

  private func channels(_ count: Int) -> String {
    (1...count).map { "  c\($0): {kind: paid, price: 1 CNY, reach: 5%, budget: 7 CNY per day}\n" }
      .joined()
  }

  /// The sample's only segment, then so many that share its keys.
  private func segments(_ count: Int) -> String {
    let keys = """
      {share: 0%, purchases: {average: 1 per month, variation: 80%}, lapse: {average: 20%,
            variation: 60%}, basket: {average: 31 CNY, between customers: 40%, within customers: 30%}}
      """
    return (1...count).map { "\n  s\($0): \(keys)" }.joined()
  }

  @Test func asManyChannelsAsCanBeToldApart() throws {
    let scenario = try Sample.resolve([flyers: channels(252)])
    #expect(scenario.plans[0].channels.count == 252)
    let sources = Sources(channels: 252)
    #expect(sources.count - 1 <= Int(UInt8.max))
  }

  @Test func channelsBeyondAreRefused() throws {
    let problems = Sample.problems([flyers: channels(253)])
    let problem = try #require(problems.first { $0.severity == .error })
    // The sample's channels begin on line 13.
    #expect(problem.line == 266 && problem.column == 3 && problem.path == "channels.c253")
    #expect(problem.reason == "These are 253 channels, and this is the first too many.")
    #expect(problem.rule == "Give at most 252 channels.")
  }

  @Test func segmentsBeyondAreRefused() throws {
    let last = "within customers: 30%}\nchannels:"
    let problems = Sample.problems([last: "within customers: 30%}\(segments(255))\nchannels:"])
    let problem = try #require(problems.first { $0.path == "segments.s255" })
    #expect(problem.reason == "These are 256 segments, and this is the first too many.")
    #expect(problem.rule == "Give at most 255 segments.")
    let most = Sample.problems([last: "within customers: 30%}\(segments(254))\nchannels:"])
    #expect(!most.contains { $0.rule == "Give at most 255 segments." })
  }
}
