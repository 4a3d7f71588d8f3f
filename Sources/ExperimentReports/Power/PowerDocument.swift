import Experiments
import Statistics
import Takeaways

/// A planned experiment as one JSON document.
struct PowerDocument: Encodable {
  struct Units: Encodable {
    var control: Int
    var eachOtherArm: Int
    var total: Int
    var clustersInControl: Int?
  }

  struct Level: Encodable {
    var kind: String
    var level: Double
    var standardDeviation: Double
  }

  struct Source: Encodable {
    var kind: String
    var file: String?
    var metric: String?
    var units: Int?
    var missing: Int?
    var droppedCovariates: [String]?
    var days: Int?
  }

  /// Where nine of ten draws of the scenario's assumptions lie.
  struct Doubt: Encodable {
    var draws: Int
    var level: [Double]
    var power: [Double]
  }

  struct Clusters: Encodable {
    var intraclassCorrelation: Double
    var meanSize: Double
    var sizeVariation: Double
    var designEffect: Double
  }

  let format = DocumentFormat.number
  var found: String
  var baseline: Level
  var source: Source
  var effect: Double
  var lift: Double?
  var power: Double
  var doubt: Doubt?
  var alpha: Double
  /// `difference`, `non-inferiority` or `equivalence`; of the latter two effect and lift are the margin.
  let goal: String
  var sides: Int
  var arms: Int
  var ratio: Double
  var units: Units
  var daily: Double?
  var days: Int?
  var explained: Double
  var clusters: Clusters?
  var looks: Int?
  var inflation: Double?

  init(_ result: PowerResult) {
    let analysis = result.analysis
    found = result.unknown.rawValue
    let kind =
      switch analysis.baseline {
      case .mean: "mean"
      case .rate: "rate"
      }
    baseline = Level(
      kind: kind, level: analysis.baseline.level,
      standardDeviation: analysis.baseline.standardDeviation)
    switch result.source {
    case .given: source = Source(kind: "given")
    case .pilot(let file, let metric, let pilot, _):
      source = Source(
        kind: "pilot", file: file, metric: metric, units: pilot.units, missing: pilot.missing,
        droppedCovariates: pilot.droppedCovariates)
    case .scenario(let name, let metric, let days, let people, _):
      source = Source(kind: "scenario", file: name, metric: metric, units: people, days: days)
    }
    effect = result.effect
    lift = result.lift
    power = result.power
    doubt = result.doubt.map {
      Doubt(
        draws: $0.draws, level: [$0.level.low, $0.level.high],
        power: [$0.power.low, $0.power.high])
    }
    alpha = analysis.alpha
    goal = analysis.goal.rawValue
    sides = analysis.isTwoSided ? 2 : 1
    arms = analysis.allocation.arms
    ratio = analysis.allocation.ratio
    units = Units(
      control: result.groups.control, eachOtherArm: result.groups.other,
      total: result.groups.total, clustersInControl: result.groups.controlClusters)
    daily = result.daily
    days = result.days
    explained = analysis.explained
    clusters = analysis.clustering.map {
      Clusters(
        intraclassCorrelation: $0.intraclassCorrelation, meanSize: $0.meanSize,
        sizeVariation: $0.sizeVariation, designEffect: $0.designEffect)
    }
    looks = analysis.looks?.count
    inflation = analysis.looks.flatMap { try? $0.inflation(power: result.aim) }
  }
}

extension PowerResult {
  /// The result as a JSON object, ending in a line break.
  ///
  /// - Returns: The text of the document.
  /// - Throws: Where a number is not finite.
  public func document() throws -> String {
    String(decoding: try jsonText(PowerDocument(self)), as: UTF8.self)
  }
}
