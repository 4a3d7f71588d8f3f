import Experiments
import Statistics

/// A metric's effects within groups of units such as segments or days, from the cells of the one pass.
///
/// With covariates they are adjusted by CUPED, its weights θ those of all groups together: a group's own
/// would fit the noise of its few units. With clusters, which a group may share with others, errors are
/// those of sums by cluster.
struct GroupEffects {
  private let metric: MetricSpecification
  private let moments: MetricMoments
  private let table: UnitTable
  private let cuped: CUPED?

  /// - Throws: `NotEstimable` where the weights of covariates cannot be found.
  init(
    _ metric: MetricSpecification, _ moments: MetricMoments, _ table: UnitTable
  ) throws(NotEstimable) {
    self.metric = metric
    self.moments = moments
    self.table = table
    cuped =
      moments.covariates.isEmpty
      ? nil
      : try CUPED(
        enoughIn: moments.byArm, moments.outcome, covariates: moments.covariates)
  }

  /// The effects of every arm against the control.
  ///
  /// - Parameters:
  ///   - role: Which groups.
  ///   - untilThen: Whether a group's effect is that of all units up to and with it.
  /// - Returns: By group and then by arm.
  func effects(
    by role: UnitTable.Role, untilThen: Bool = false
  ) -> [[Result<GroupEffect, NotEstimable>]] {
    guard let cells = try? moments.by(role), let groups = table.groups[role] else { return [] }
    var totals = clusterTotals
    let size = cells.count * (table.arm.count - 1) * (table.groups[.cluster]?.count ?? 0)
    let keeping = !untilThen && size <= GroupEffect.mostInfluences
    let rows = totals == nil ? [] : groups.rows
    var arms: [CoMoments] = []
    return cells.indices.map { group in
      if untilThen, group > 0 {
        for arm in arms.indices { arms[arm] += cells[group][arm] }
      } else {
        arms = cells[group]
        totals?.clear()
      }
      totals?.add(rows[group])
      return arms.indices.dropFirst().map { arm in
        MetricComparison.result { () throws(NotEstimable) in
          try effect(arm, arms, totals, keeping: keeping)
        }
      }
    }
  }

  private func effect(
    _ arm: Int, _ arms: [CoMoments], _ totals: ClusterTotals?, keeping: Bool
  ) throws(NotEstimable) -> GroupEffect {
    guard arms[0].count > 0, arms[arm].count > 0 else {
      throw NotEstimable("one of the two arms has no unit in it")
    }
    let (own, control) = (try adjusted(arms[arm]), try adjusted(arms[0]))
    guard let totals else {
      return GroupEffect(
        method: cuped == nil ? metric.welchName : metric.cupedName,
        effect: try Effect.difference(own, from: control), arm: own, control: control)
    }
    return try clustered(arm, arms, totals, own, control, keeping: keeping)
  }

  /// The outcome's mean in a cell, and the variation behind its error.
  private func adjusted(_ cell: CoMoments) throws(NotEstimable) -> Moments {
    guard let cuped else { return try moments.outcome.moments(in: cell) }
    return try cuped.adjusted(cell).moments(of: 0)
  }

  private func gradient(at means: [Double]) throws(NotEstimable) -> [Double] {
    guard let cuped else { return try moments.outcome.gradient(at: means) }
    return try cuped.gradient(of: moments.outcome, covariates: moments.covariates, at: means)
  }

  private func clustered(
    _ arm: Int, _ arms: [CoMoments], _ totals: ClusterTotals, _ own: Moments, _ control: Moments,
    keeping: Bool
  ) throws(NotEstimable) -> GroupEffect {
    for place in [0, arm] where totals.count(in: place) < 2 {
      throw NotEstimable(
        "all units of arm \(table.arm.names[place]) in it are in one cluster, so that nothing shows"
          + " how much clusters of that arm differ")
    }
    let clusters = totals.count(in: nil)
    let pair = ArmsClusters(
      counts: [0, arm].map { totals.count(in: $0) }, areWhole: totals.areApart(0, arm))
    let variance = Adjustment.preferred(clusters: pair.forChoosing)
    let factor = variance.factor(
      units: arms.reduce(0) { $0 + $1.count }, coefficients: arms.count { $0.count > 0 },
      clusters: clusters
    ).squareRoot()
    func influence(_ place: Int) throws(NotEstimable) -> [Double] {
      let means = arms[place].means
      let weights = try gradient(at: means)
      return totals.influence(
        on: place, means: terms.map { means[$0.variable] },
        weights: terms.map { weights[$0.variable] }, count: arms[place].count,
        leavingOut: variance.leavesOut)
    }
    let parts = (try influence(0), try influence(arm))
    let differences = zip(parts.1, parts.0).map { factor * ($0 - $1) }
    let squared = differences.reduce(0) { $0 + $1 * $1 }
    guard squared > 0, squared.isFinite else {
      throw NotEstimable("the metric does not vary in either arm")
    }
    return GroupEffect(
      method: "\(cuped == nil ? "difference of means" : "CUPED"), \(variance.rawValue)",
      effect: Effect(
        estimate: own.mean - control.mean, standardError: squared.squareRoot(),
        degreesOfFreedom: pair.degreesOfFreedom([
          (0, parts.0.reduce(0) { $0 + $1 * $1 }), (1, parts.1.reduce(0) { $0 + $1 * $1 }),
        ]) ?? Double(clusters - 1)),
      arm: own, control: control, influence: keeping ? totals.byCluster(differences) : [])
  }

  /// The variables that bear on the outcome, with where a unit's row has them.
  private var terms: [(variable: Int, term: ClusterTotals.Term)] {
    guard let variables = moments.variables else { return [] }
    let outcomes =
      switch moments.outcome {
      case .mean(let variable): [variable]
      case .ratio(let above, let below): above == below ? [above] : [above, below]
      }
    var terms = outcomes.map { ($0, ClusterTotals.Term.value(column: moments.columns[$0])) }
    for number in variables.covariates.indices {
      let variable = variables.position(ofCovariate: number)
      let column = moments.columns[variable]
      guard let fill = variables.fills.first(where: { $0.covariate == number }),
        let indicator = variables.position(ofIndicator: number)
      else {
        terms.append((variable, .value(column: column)))
        continue
      }
      terms.append((variable, .filled(column: column, fill.value)))
      terms.append((indicator, .missing(column: column)))
    }
    return terms
  }

  private var clusterTotals: ClusterTotals? {
    guard let clusters = table.groups[.cluster] else { return nil }
    var whole = moments.byArm[0]
    for arm in moments.byArm.dropFirst() { whole += arm }
    let terms = terms
    return ClusterTotals(
      table, clusters, terms.map(\.term), shifts: terms.map { whole.means[$0.variable] })
  }
}

/// An arm against the control in one group of units.
struct GroupEffect {
  let method: String
  let effect: Effect
  /// The outcome's mean in the arm and how units vary about it.
  let arm: Moments
  let control: Moments
  /// By cluster, what it does to the effect, scaled so that the squares add up to the squared error; empty
  /// without clusters or where there would be too many of them.
  var influence: [Double] = []

  /// Of all groups, arms and clusters: 200 MB.
  static let mostInfluences = 25_000_000

  var units: Int { arm.count + control.count }

  /// Whether both arms have ten units that vary.
  var tellsItsError: Bool {
    [arm, control].allSatisfy { $0.count >= 10 && $0.sumOfSquaredDeviations > 0 }
  }
}

extension MetricSpecification {
  var cupedName: String {
    if case .ratio = kind { return "CUPED, delta method" }
    return "CUPED"
  }
}
