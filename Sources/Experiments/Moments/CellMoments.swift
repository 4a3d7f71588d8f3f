public import Statistics

/// Counts, means and centred cross-products by cell, arm × stratum × day or as asked: one pass over the
/// units, and all that an estimate from moments needs.
///
/// Cells of other shards of the same experiment are added with `+`; the order of adding shows in the
/// last digits, so add in a fixed order where bytes count.
public struct CellMoments: Sendable, Equatable {
  public private(set) var variables: Variables
  /// Names of the arms; the first is the control.
  public let arms: [String]
  public let groupings: [Grouping]
  /// The arm changes fastest, then the first grouping.
  public private(set) var cells: [CoMoments]
  /// Units without a value of some outcome, by arm; they are in no cell.
  public private(set) var leftOut: [Int]

  /// From cells computed elsewhere, such as by a warehouse.
  public init(
    variables: Variables, arms: [String], groupings: [Grouping], cells: [CoMoments],
    leftOut: [Int]
  ) {
    precondition(
      cells.count == groupings.reduce(arms.count) { $0 * $1.names.count },
      "a cell for each arm in each group")
    precondition(leftOut.count == arms.count, "a number of units left out for each arm")
    precondition(
      cells.allSatisfy { $0.variables == variables.count }, "moments of all variables in each cell")
    self.variables = variables
    self.arms = arms
    self.groupings = groupings
    self.cells = cells
    self.leftOut = leftOut
  }

  /// Each arm's moments, all its cells merged.
  public var byArm: [CoMoments] {
    arms.indices.map { arm in
      merged(stride(from: arm, to: cells.count, by: arms.count))
    }
  }

  /// Moments by group of a role and by arm, merged over the other groupings.
  public func by(_ role: UnitTable.Role) throws(NotEstimable) -> [[CoMoments]] {
    guard let place = groupings.firstIndex(where: { $0.role == role }) else {
      throw NotEstimable("the units were not counted by \(role.rawValue)")
    }
    let step = groupings[..<place].reduce(arms.count) { $0 * $1.names.count }
    let groups = groupings[place].names.count
    let repeats = cells.count / (step * groups)
    return (0..<groups).map { group in
      arms.indices.map { arm in
        merged(
          (0..<repeats).lazy.flatMap { (turn: Int) in
            let start = (turn * groups + group) * step
            return stride(from: start + arm, to: start + step, by: arms.count)
          })
      }
    }
  }

  private func merged(_ places: some Sequence<Int>) -> CoMoments {
    var sum = CoMoments(variables: variables.count)
    for place in places { sum += cells[place] }
    return sum
  }

  public static func += (into: inout CellMoments, other: CellMoments) {
    precondition(
      into.arms == other.arms && into.groupings == other.groupings,
      "only cells of the same arms and groups can be merged")
    let joint = into.variables.merged(
      with: other.variables, observedMeans: into.observedMeans(), other.observedMeans())
    into.express(in: joint)
    var other = other
    other.express(in: joint)
    for place in into.cells.indices { into.cells[place] += other.cells[place] }
    for arm in into.leftOut.indices { into.leftOut[arm] += other.leftOut[arm] }
  }

  public static func + (first: CellMoments, second: CellMoments) -> CellMoments {
    var sum = first
    sum += second
    return sum
  }

  /// Puts each covariate's observed mean where it was missing, whatever stood there during the pass.
  mutating func fillWithObservedMeans() {
    let observed = observedMeans()
    var filled = variables
    for place in filled.fills.indices {
      filled.fills[place].value = observed[filled.fills[place].covariate].mean
    }
    express(in: filled)
  }

  /// Each covariate's mean over the units that have it, and their number.
  private func observedMeans() -> [ObservedMean] {
    let whole = merged(cells.indices)
    return variables.covariates.indices.map { number in
      let mean = whole.means[variables.position(ofCovariate: number)]
      guard let indicator = variables.position(ofIndicator: number),
        let fill = variables.fills.first(where: { $0.covariate == number })
      else { return ObservedMean(count: Double(whole.count), mean: mean) }
      let share = 1 - whole.means[indicator]
      // Where the covariate is never there, any value stands in for it equally well.
      guard share > 0 else { return ObservedMean(count: 0, mean: fill.value) }
      return ObservedMean(
        count: share * Double(whole.count),
        mean: fill.value + (mean - fill.value) / share)
    }
  }

  private mutating func express(in target: Variables) {
    guard target != variables else { return }
    let weights = variables.weights(toExpress: target)
    cells = cells.map { $0.combinations(weights) }
    variables = target
  }
}
