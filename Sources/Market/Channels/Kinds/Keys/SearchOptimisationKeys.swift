import Documents
import RealModule

extension ChannelKind {
  static let searchOptimisation = ChannelKind(
    "being found by those who search", .searchOptimisation, takesReach: false,
    oracles: [.searchOptimisation])
}

extension Section<SearchOptimisationDraft> {
  static var searchOptimisation: Self {
    Section(
      "searchOptimisation",
      "Effort that makes us easier to find, and fades; of channels of the kind `search optimisation`.",
      blank: SearchOptimisationDraft(), isLayered: true,
      keys: [
        Key(
          "effort", \.effort, .spending(example: "50"), "What is spent on it.",
          example: "50 CNY per day"
        ).typical(.chosen),
        Key(
          required: "gain", \.gain, .ratio(example: "0.0001%"),
          "What one unit of money, spent once, adds to the chance a day that somebody finds us.",
          example: "0.0001%"
        ).typical(.unpublished("compare visits by search before and after a month of effort")),
        Key(
          required: "half-life", \.halfLife, .time(.aboveZero, example: "60 days"),
          "In which time what was gained halves.", example: "60 days"
        ).typical(.unpublished("see how visits by search fell after effort had ended")),
      ])
  }
}

/// Search optimisation as written.
struct SearchOptimisationDraft: ChannelTermsDraft {
  var written: [String: Element] = [:]
  /// Minor units a day, of the whole market.
  var effort = 0.0
  /// By unit of the currency.
  var gain: Double?
  var halfLife: Double?

  static let kind = "search optimisation"

  func isUsed(_ channel: ChannelDraft) -> Bool { effort > 0 }

  mutating func stop() { effort = 0 }

  func resolved(
    _ channel: ChannelDraft, _ element: Element, _ reading: inout Reading
  ) -> SearchOptimisation? {
    guard let gain, let halfLife else { return nil }
    // The chance is everybody's: a sample's share of the effort brings as much of it as the whole.
    let sample = Double(reading.context.standsFor)
    return SearchOptimisation(
      effort: effort / sample, gain: gain * sample / (reading.context.currency?.scale ?? 100),
      halfLife: halfLife)
  }
}

extension Oracle {
  /// Search: the stock tends to effort·gain/(1 − 2^(−1/h)), and a share e^(−Σ hazard) is unaware.
  static let searchOptimisation = Oracle(number: 42, name: "search optimisation") { run in
    let count = run.customers(200_000)
    let terms = SearchOptimisation(effort: 1_000, gain: 1e-6, halfLife: 5)
    let channel = Channel(name: "search", terms: terms, audience: [0], days: 0..<100)
    let outcomes = run.play(
      run.scenario(horizon: 120, segment: run.unaware(count), channels: [channel]), replications: 1)
    let (kept, steady) = (Double.exp2(-0.2), 0.001 / (1 - Double.exp2(-0.2)))
    // Σ of the stock: steady·(1 − kept^(d + 1)) up to day 99, then what is left of it fades.
    func hazard(by day: Int) -> Double {
      (0..<day).reduce(0) { sum, d in
        let built = steady * (1 - Double.pow(kept, Double(min(d, 99) + 1)))
        return sum + built * Double.pow(kept, Double(max(0, d - 99)))
      }
    }
    return outcomes.map {
      run.judged(
        "stock in the long run", simulated: $0.path.contacts[0][99] / Double(count),
        expected: steady, error: steady * 1e-5)
    }
      + [30, 100, 120].map { run.unaware($0, of: count, outcomes, expected: hazard(by: $0)) }
  }
}
