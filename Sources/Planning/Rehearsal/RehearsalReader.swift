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
    markets.map { $0.truths[arm][place] - $0.truths[other][place] }
  }

  /// How far other people's arms move one experiment's estimate from the truth of its market.
  func interference(
    _ experiment: RehearsedExperiment, in market: RehearsedMarket, arm: Int, _ place: Int
  ) -> Double {
    func over(_ values: [[Double]]) -> Double { values[arm][place] - values[0][place] }
    let bias =
      over(experiment.means) - over(experiment.apartMeans) + over(market.means)
      - over(market.truths)
    // The same sums in another order differ in their last digits, which is no interference.
    let scale = max(experiment.means[arm][place].magnitude, experiment.means[0][place].magnitude)
    return bias.magnitude <= 1e-12 * scale ? 0 : bias
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
