import Documents
import Statistics

/// What a scenario file leaves open, and the file to be read at any draw of it.
struct UncertainScenario: Sendable {
  let assumptions: [Assumption]
  private let source: ScenarioSource
  private let bases: [String: BaseFile]
  private let met: [UncertainFigures.Met]
  /// Declared or met: whoever moves with an assumption is drawn with it, whether or not it is used.
  private let names: [String]
  private let correlations: [Correlation]

  /// What a central reading met, or `nil` where everything is known; what nothing hangs on is warned
  /// of and left out.
  init?(_ source: ScenarioSource, _ central: Scenario?, _ reading: inout Reading) {
    let declared = reading.context.assumptions
    let bases = reading.context.bases
    reading.warnAboutUnusedAssumptions(declared)
    reading.checkAssumptionHashes()
    let met = reading.uncertain.met.filter { figure in
      guard let central else { return true }
      let matters = [-RangeLaw.end, RangeLaw.end].contains { end in
        source.read([figure.name: end], bases: bases).scenario?.played != central.played
      }
      if !matters { reading.warn(idle: figure, declared) }
      return matters
    }
    guard !met.isEmpty else { return nil }
    self.source = source
    self.bases = bases
    correlations = declared.correlations
    let order = declared.drafts.map(\.name)
    self.met =
      order.compactMap { name in met.first { $0.name == name } }
      + met.filter { declared[$0.name] == nil }
    names = order + met.map(\.name).filter { declared[$0] == nil }
    assumptions = self.met.map { Assumption($0, declared) }
  }

  func scenarios(draws count: Int, seed: UInt64) throws(ProblemReport) -> [Scenario] {
    var scenarios: [Scenario] = []
    var invalid = InvalidDraws(met)
    for (draw, scores) in scores(draws: count, seed: seed).enumerated() {
      let (scenario, reading) = source.read(scores, bases: bases)
      let errors = reading.problems.filter { $0.severity == .error }
      if errors.isEmpty, let scenario {
        scenarios.append(scenario)
      } else {
        invalid.add(draw, errors, scores)
      }
    }
    guard invalid.isEmpty else { throw invalid.report(of: count) }
    return scenarios
  }

  func values(draws count: Int, seed: UInt64) -> [[Double]] {
    scores(draws: count, seed: seed).map { scores in met.map { $0.number(scores) } }
  }

  private func scores(draws count: Int, seed: UInt64) -> [[String: Double]] {
    do throws(ImpossibleCorrelations) {
      let copula = try GaussianCopula(names, correlations)
      return AssumptionScores(names, copula, seed: seed).draws(count)
    } catch {
      // Refused when the file was read.
      preconditionFailure("correlations of a scenario that was read are possible")
    }
  }
}

extension Scenario {
  /// The scenario without the channels a plan buys nothing of.
  fileprivate var played: Scenario {
    var played = self
    for index in plans.indices { played.plans[index].channels.removeAll { !$0.isUsed } }
    return played
  }
}

extension UncertainScenario: Equatable {
  /// What was read from the same file is the same.
  static func == (first: Self, second: Self) -> Bool { first.source == second.source }
}

extension Assumption {
  fileprivate init(_ met: UncertainFigures.Met, _ declared: DeclaredAssumptions) {
    let own = declared[met.name]
    let ties = declared.correlations.filter { [$0.first, $0.second].contains(met.name) }
    self.init(
      name: met.name, path: own.map(\.element.path) ?? met.name, basis: own?.draft.basis ?? .guess,
      why: own?.draft.why, low: met.law.low, high: met.law.high, median: met.law.median,
      unit: met.range.unit, law: Law(met.law.scale),
      movesWith: Dictionary(
        ties.map { ($0.first == met.name ? $0.second : $0.first, $0.value) },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension Assumption.Law {
  fileprivate init(_ scale: RangeScale?) {
    self =
      switch scale {
      case nil: .uniform
      case .any: .normal
      case .positive: .logNormal
      case .share: .logitNormal
      }
  }
}
