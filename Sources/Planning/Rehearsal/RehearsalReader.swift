import Market
import Statistics

/// Finds its way among the observations of rehearsed markets.
struct RehearsalReader {
  let design: RehearsalDesign
  let people: Int
  let markets: [RehearsedMarket]
  /// By draw of the assumptions, its markets; all are one draw's where everything is known.
  let marketsOfDraw: [[Int]]
  private let isDrawn: Bool
  private let places: [Observation: Int]

  init(
    _ design: RehearsalDesign, people: Int, _ markets: [RehearsedMarket], isDrawn: Bool = false
  ) {
    self.design = design
    self.people = people
    self.markets = markets
    self.isDrawn = isDrawn
    let draws = (markets.map(\.draw).max() ?? 0) + 1
    marketsOfDraw = (0..<draws).map { draw in
      markets.indices.filter { markets[$0].draw == draw }
    }
    places = Dictionary(
      uniqueKeysWithValues: design.observations.enumerated().map { ($0.element, $0.offset) })
  }

  func place(_ metric: PersonMetric, after days: Int) -> Int {
    guard let place = places[Observation(metric, after: days)] else {
      preconditionFailure("nobody observed this")
    }
    return place
  }

  var decided: Int { place(design.metric, after: design.days) }
  var profit: Int { place(.profit, after: design.scenario.horizon) }

  /// A mean over what each market brought; markets of one draw share what nobody knows.
  func mean(_ ofMarkets: [[Double]]) -> Simulated { Simulated(mean: together(ofMarkets)) }

  /// A share of what each market brought; markets of one draw share what nobody knows.
  func share(_ ofMarkets: [[Bool]]) -> Simulated { Simulated(share: together(ofMarkets)) }

  /// What is independent of each other: draws, or markets where everything is known.
  private func together<Value>(_ ofMarkets: [[Value]]) -> [[Value]] {
    isDrawn ? marketsOfDraw.map { $0.flatMap { ofMarkets[$0] } } : ofMarkets
  }

  /// For each market, the mean over the markets of its draw.
  func overDraws(_ ofMarkets: [Double]) -> [Double] {
    var means = ofMarkets
    for places in marketsOfDraw {
      let mean = Moments(places.map { ofMarkets[$0] }).mean
      for place in places { means[place] = mean }
    }
    return means
  }

  /// In each market, how much higher a metric is with everybody in an arm than with all in another.
  func truths(_ arm: Int, over other: Int, _ place: Int) -> [Double] {
    markets.map { difference($0.truths[arm][place], $0.truths[other][place]) }
  }

  /// How far other people's arms move one experiment's estimate from the truth of its market.
  func interference(
    _ experiment: RehearsedExperiment, in market: RehearsedMarket, arm: Int, _ place: Int
  ) -> Double {
    let signed = [
      (1.0, experiment.means), (-1, experiment.apartMeans), (1, market.means), (-1, market.truths),
    ]
    let bias = signed.reduce(0) { $0 + $1.0 * ($1.1[arm][place] - $1.1[0][place]) }
    let scale = signed.reduce(0) {
      max($0, $1.1[arm][place].magnitude, $1.1[0][place].magnitude)
    }
    return withoutRounding(bias, of: scale)
  }

  /// In each market, how many people are in the experiment after so many days.
  func enrolled(by days: Int) -> [Double] {
    markets.map { Double($0.enrolments.prefix(days).reduce(0, +)) }
  }

  /// By look: the share of the information there is at the end, as days lived by people in the experiment.
  ///
  /// Where everybody is in it from the first day on, that is the share of its days.
  var informationAtLooks: [Double] {
    func lived(_ days: Int) -> Double {
      markets.reduce(0) { sum, market in
        sum
          + market.enrolments.prefix(days).enumerated().reduce(0) {
            $0 + Double($1.element * (days - $1.offset))
          }
      }
    }
    let all = lived(design.days)
    // Bounds need some information at every look, and more at each.
    let least = 1e-6
    return design.looks.enumerated().map { look, days in
      days == design.days
        ? 1 : max(all > 0 ? lived(days) / all : 0, least * Double(look + 1))
    }
  }

  /// By market and arm: the true profit a person, averaged over the markets of its draw.
  var profits: [[Double]] {
    let ofArms = design.arms.arms.indices.map { arm in
      overDraws(markets.map { $0.truths[arm][profit] })
    }
    return markets.indices.map { market in ofArms.map { $0[market] } }
  }

  /// The arm whose mean is the highest, the first of equals.
  func chosen(_ experiment: RehearsedExperiment) -> Int {
    experiment.means.map { $0[decided] }.placeOfHighest
  }
}
