import Market
import Statistics

/// Finds its way among the observations of rehearsed markets.
struct RehearsalReader {
  let design: RehearsalDesign
  let people: Int
  let markets: [RehearsedMarket]
  private let places: [Observation: Int]

  init(_ design: RehearsalDesign, people: Int, _ markets: [RehearsedMarket]) {
    self.design = design
    self.people = people
    self.markets = markets
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

  /// The arms' true profit a person, averaged over markets.
  var profits: [Double] {
    design.arms.arms.indices.map { arm in Moments(markets.map { $0.truths[arm][profit] }).mean }
  }

  /// The arm whose mean is the highest, the first of equals.
  func chosen(_ experiment: RehearsedExperiment) -> Int {
    let means = experiment.means.map { $0[decided] }
    return means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
  }
}
