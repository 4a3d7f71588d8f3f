public import Documents

/// A scenario at every combination of one or two levers' values.
public struct LeverGrid: Sendable {
  public let levers: [Lever]
  /// By lever, its values from low to high.
  public let settings: [[Lever.Setting]]
  /// By point, the last lever's values next to each other.
  public let points: [Point]

  /// By lever, the range its key holds in the file where nobody knows its figure; nil where it is chosen.
  package let assumed: [QuantityRange?]
  /// By lever, whether its key takes nothing below the values, and nothing above them.
  package let isLimit: [(low: Bool, high: Bool)]

  /// A combination of values.
  public struct Point: Sendable {
    /// By lever, the number of its value.
    public let places: [Int]
    public let settings: [Lever.Setting]
    public let scenario: ResolvedScenario
    /// The place of the plan that is changed.
    public let plan: Int
  }

  /// Reads the scenario at all of them.
  ///
  /// Values are written with the digits that matter, or with as few decimals as their keys accept: whole days,
  /// say, or cents.
  ///
  /// - Parameters:
  ///   - file: The scenario.
  ///   - levers: One or two levers, of the same plan.
  ///   - count: How many values of each.
  ///   - read: The scenario of a changed file.
  /// - Throws: Why a lever cannot be moved, or where there are too many points.
  public init(
    _ file: ScenarioFile, _ levers: [Lever], count: Int,
    _ read: (ScenarioFile) throws(ProblemReport) -> ResolvedScenario
  ) throws(LeverProblem) {
    precondition((1...2).contains(levers.count), "one or two levers")
    if levers.count == 2 {
      guard levers[0].plan == levers[1].plan else {
        throw .twoPlans(levers[0].plan, levers[1].plan)
      }
      guard levers[0].key != levers[1].key else { throw .twice(levers[0].key) }
    }
    self.levers = levers
    let asked = levers.reduce(1) { product, _ in product * count }
    guard asked <= Self.mostPoints else { throw .tooManyPoints(asked, most: Self.mostPoints) }
    var accepted: [[Accepted]] = []
    for lever in levers { accepted.append(try Self.accepted(lever, count, file, read)) }
    settings = accepted.map { $0.map(\.setting) }
    assumed = levers.map(file.assumption)
    isLimit = zip(levers, settings).map { lever, settings in
      func isLimit(isLow: Bool) -> Bool {
        lever.settings(beyond: settings, isLow: isLow).allSatisfy {
          (try? Self.read(file, [(lever, $0)], read)) == nil
        }
      }
      return (isLimit(isLow: true), isLimit(isLow: false))
    }
    let combinations = settings.reduce([[Int]]([[]])) { begun, values in
      begun.flatMap { start in values.indices.map { start + [$0] } }
    }
    var points: [Point] = []
    for places in combinations {
      let values = zip(settings, places).map { $0[$1] }
      // Of one lever every value has been read.
      let scenario =
        levers.count == 1
        ? accepted[0][places[0]].scenario
        : try Self.read(file, Array(zip(levers, values)), read)
      guard
        let plan = scenario.scenario.plans.firstIndex(where: { $0.name == levers[0].plan })
      else {
        throw .noSuchPlan(levers[0].plan, known: file.planNames, nearest: nil)
      }
      points.append(Point(places: places, settings: values, scenario: scenario, plan: plan))
    }
    self.points = points
  }

  /// The most points, each of them a plan beside the baseline.
  public static let mostPoints = Scenario.mostPlans - 1

  private typealias Accepted = (setting: Lever.Setting, scenario: ResolvedScenario)

  /// The values of one lever with as many decimals as its key accepts, and the scenario at each.
  private static func accepted(
    _ lever: Lever, _ count: Int, _ file: ScenarioFile,
    _ read: (ScenarioFile) throws(ProblemReport) -> ResolvedScenario
  ) throws(LeverProblem) -> [Accepted] {
    var problem: LeverProblem?
    for decimals in [nil, 2, 1, 0] as [Int?] {
      do throws(LeverProblem) {
        var accepted: [Accepted] = []
        for setting in lever.settings(count, decimals: decimals) {
          accepted.append((setting, try self.read(file, [(lever, setting)], read)))
        }
        return accepted
      } catch {
        problem = problem ?? error
      }
    }
    throw problem
      ?? .noFigure(key: lever.key, plan: lever.plan, found: "nothing there can be moved")
  }

  private static func read(
    _ file: ScenarioFile, _ values: [(Lever, Lever.Setting)],
    _ read: (ScenarioFile) throws(ProblemReport) -> ResolvedScenario
  ) throws(LeverProblem) -> ResolvedScenario {
    let changed = try file.setting(values.map { (lever: $0.0, text: $0.1.text) })
    do throws(ProblemReport) {
      return try read(changed)
    } catch {
      let first = error.problems.first { $0.severity == .error }
      throw .refused(
        lever: values.map(\.0.name).joined(separator: ", "),
        value: values.map(\.1.text).joined(separator: ", "),
        reason: [first?.reason, first?.rule].compactMap(\.self).joined(separator: " "))
    }
  }
}
