import Documents
import Market
import Planning
import Takeaways

/// What a folder of results was made from and holds; nothing in it changes between runs of the same seed.
struct Manifest: Encodable {
  struct ScenarioPart: Encodable {
    let name: String
    let question: String?
    let file: String
    let sha256: String
    let otherFiles: [Provenance.Source]
  }

  let format = DocumentFormat.number
  let flywheel: String
  /// Their last digits may differ from those of others.
  let kernels: String
  let scenario: ScenarioPart
  let seed: UInt64
  let plans: [String]
  let objective: String
  let replications: Int
  let precision: PrecisionPart
  let peopleSimulated: Int
  let eachStandsFor: Int
  let files: [ManifestFile]

  init(_ result: RunResult, _ provenance: Provenance, files: [OutputFile]) {
    let scenario = result.scenario
    flywheel = provenance.version
    kernels = provenance.kernels
    self.scenario = ScenarioPart(
      name: scenario.name, question: scenario.question, file: provenance.scenario.file,
      sha256: provenance.scenario.sha256,
      otherFiles: provenance.others)
    seed = scenario.seed
    plans = scenario.plans.map(\.name)
    objective = scenario.objective.rawValue
    replications = result.comparison.summary.replications
    precision = PrecisionPart(result)
    peopleSimulated = scenario.peopleSimulated
    eachStandsFor = scenario.market.standsFor
    self.files = files.map(ManifestFile.init)
  }
}

/// Half-width of the widest 95 % interval of a difference in the objective: asked for and reached.
struct PrecisionPart: Encodable {
  let asked: Double?
  let reached: Double?
  let unit: String

  init(_ result: RunResult) {
    let unit = result.scenario.objective.measure.unit
    asked = unit.plain(result.scenario.stopping.precision, result.currency)
    reached = unit.plain(result.comparison.halfWidth, result.currency)
    self.unit = unit.word(result.currency) ?? result.scenario.objective.rawValue
  }
}

extension Measure.Unit {
  /// A figure as a plain number: money in major units, nothing that is not finite.
  func plain(_ value: Double?, _ currency: Currency) -> Double? {
    guard let value, value.isFinite else { return nil }
    guard self == .money else { return value }
    // Money is at most known to a hundredth of a minor unit; more digits would only be noise.
    // Adding 0 makes an ordinary zero of a negative one.
    return (value * 100).rounded() / (100 * currency.scale) + 0
  }
}

extension Scenario {
  /// People simulated, today's customers included.
  var peopleSimulated: Int { market.segments.reduce(0) { $0 + $1.size + $1.base.count } }
}
