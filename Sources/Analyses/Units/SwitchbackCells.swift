import Experiments
import Statistics

/// What an analysis made of a switchback's rows.
public struct SwitchbackSummary: Sendable, Equatable {
  /// What counts as independent, and how places and time are allowed for.
  public enum Comparison: String, Sendable {
    /// Places and windows have constants; places are clusters.
    case withinBoth = "within places and windows, errors by place"
    /// Two places are too few for clusters; windows are.
    case twoPlaces = "within places and windows, errors by window"
    /// Some windows are too many for constants; places are clusters.
    case withinPlaces = "within places, errors by place"
    /// All places have one arm in a window, which is the cluster then.
    case betweenWindows = "between windows, errors by window"
    /// There is one place, and its windows count as independent.
    case onePlace = "between windows of one place, taken as independent"

    /// Whether places have constants.
    var isWithinPlaces: Bool {
      switch self {
      case .withinBoth, .twoPlaces, .withinPlaces: true
      case .betweenWindows, .onePlace: false
      }
    }
  }

  public let places: Int
  public let windows: Int
  /// Places during windows that count as units.
  public let cells: Int
  /// Windows in which all places have one arm, which say nothing within windows.
  public let windowsLeftOut: Int
  public let burnIn: Int
  /// Rows in the burn-in.
  public let rowsDropped: Int
  public let comparison: Comparison
}

/// The units of a switchback, places during windows, and the plan that suits them.
///
/// Where places differ in arm within windows both have constants of their own: what is usual in a place or
/// at an hour is no part of the effect then.
struct SwitchbackCells {
  let table: UnitTable
  let plan: AnalysisPlan
  let summary: SwitchbackSummary

  /// Above so many windows their constants would take more than they give.
  private static let mostWindows = 400
  /// Of cells times windows, kept as a matrix.
  private static let mostElements = 20_000_000

  /// What a reader should know before relying on the errors.
  var cautions: [Caution] {
    guard summary.comparison.isWithinPlaces, table.randomised < 10 else { return [] }
    return [
      .fewSwitches(count: table.randomised, areWindows: summary.comparison == .twoPlaces)
    ]
  }

  /// Of places and windows together: 200 MB.
  private static let mostCells = 25_000_000

  /// - Parameters:
  ///   - rows: Prepared observations in the order of time, their cluster the place, their stratum the window.
  ///   - plan: As written.
  /// - Throws: What makes it no switchback.
  init(_ rows: UnitTable, _ plan: AnalysisPlan) throws(PlanProblem) {
    guard let place = rows.groups[.cluster], let window = rows.groups[.stratum] else {
      throw PlanProblem("the rows have no places and windows", key: "switchback")
    }
    if let none = window.names.firstIndex(of: "(none)") {
      let count = window.codes.count { Int($0) == none }
      throw PlanProblem(
        "\(count) row\(count == 1 ? " has" : "s have") no window (column"
          + " \(plan.switchback?.window ?? "")); every row of a switchback belongs to one",
        key: "switchback")
    }
    guard place.count * window.count <= Self.mostCells else {
      throw PlanProblem(
        "\(place.count) places in \(window.count) windows are more than can be compared: is"
          + " “\(plan.switchback?.place ?? "")” what switches, and “\(plan.switchback?.window ?? "")” when?",
        key: "switchback")
    }
    var seen = [Int](repeating: 0, count: place.count * window.count)
    let ranks = (0..<rows.units).map { row -> Double in
      let cell = Int(place.codes[row]) * window.count + Int(window.codes[row])
      defer { seen[cell] += 1 }
      return Double(seen[cell])
    }
    let burnIn = plan.burnIn ?? 0
    let cells: UnitTable
    do {
      cells = try Switchback(
        observations: UnitTable(columns: rows.columns, values: rows.values, arm: rows.arm),
        place: place, window: window, sinceStart: ranks
      ).cells(burnIn: Double(burnIn))
    } catch {
      throw PlanProblem("\(error.reason)", key: "switchback")
    }
    let (comparison, kept) = try Self.comparison(of: cells)
    table = Self.table(cells.keeping(kept), comparison)
    var own = plan
    (own.switchback, own.burnIn, own.winsorize) = (nil, nil, nil)
    own.metrics = plan.metrics.map(\.ofCells)
    own.cluster = table.groups[.cluster].map { _ in "place" }
    own.stratum = table.groups[.stratum].map { _ in "window" }
    self.plan = own
    summary = SwitchbackSummary(
      places: Set(place.codes).count, windows: Set(window.codes).count, cells: kept.count,
      windowsLeftOut: Self.windows(cells, Array(0..<cells.units)) - Self.windows(cells, kept),
      burnIn: burnIn, rowsDropped: ranks.count { $0 < Double(burnIn) }, comparison: comparison)
  }

  /// How arms can be compared, and the cells that take part.
  private static func comparison(
    of cells: UnitTable
  ) throws(PlanProblem) -> (SwitchbackSummary.Comparison, [Int]) {
    let all = Array(0..<cells.units)
    guard let window = cells.groups[.stratum], cells.groups[.cluster] != nil else {
      return (.onePlace, all)
    }
    var arms = [Set<Int32>](repeating: [], count: window.count)
    for row in all { arms[Int(window.codes[row])].insert(cells.arm.codes[row]) }
    let shared = arms.filter { $0.count > 1 }
    guard !shared.isEmpty else { return (.betweenWindows, all) }
    let isOfTwo = Set(cells.groups[.cluster]?.codes ?? []).count == 2
    let isSmall = shared.count <= mostWindows && shared.count * all.count <= mostElements
    guard isOfTwo || isSmall else { return (.withinPlaces, all) }
    var linked: Set<Int32> = [0]
    while let more = shared.first(where: {
      !$0.isDisjoint(with: linked) && !$0.isSubset(of: linked)
    }) {
      linked.formUnion(more)
    }
    for (code, name) in cells.arm.names.enumerated()
    where !linked.contains(Int32(code)) && cells.arm.codes.contains(Int32(code)) {
      throw PlanProblem(
        "the arm “\(name)” is in no window together with “\(cells.arm.names[0])”, not even by way of"
          + " other arms, so that its effect cannot be told from the windows'", key: "switchback")
    }
    return (
      isOfTwo ? .twoPlaces : .withinBoth, all.filter { arms[Int(window.codes[$0])].count > 1 }
    )
  }

  private static func table(
    _ cells: UnitTable, _ comparison: SwitchbackSummary.Comparison
  ) -> UnitTable {
    var groups: [UnitTable.Role: Labels] = [:]
    switch comparison {
    case .withinBoth: groups = cells.groups.mapValues(\.used)
    case .twoPlaces:
      groups[.cluster] = cells.groups[.stratum]?.used
      groups[.stratum] = cells.groups[.cluster]?.used
    case .withinPlaces: groups[.cluster] = cells.groups[.cluster]
    case .betweenWindows: groups[.cluster] = cells.groups[.stratum]
    case .onePlace: break
    }
    return UnitTable(columns: cells.columns, values: cells.values, arm: cells.arm, groups: groups)
  }

  private static func windows(_ cells: UnitTable, _ kept: [Int]) -> Int {
    guard let codes = cells.groups[.stratum]?.codes else { return 0 }
    return Set(kept.map { codes[$0] }).count
  }
}

extension Labels {
  /// The same with no name that nobody has.
  var used: Labels {
    let present = Set(codes).sorted()
    var place = [Int32](repeating: 0, count: count)
    for (index, code) in present.enumerated() { place[Int(code)] = Int32(index) }
    return Labels(
      names: present.map { names[Int($0)] }, codes: codes.map { place[Int($0)] })
  }
}

extension MetricSpecification {
  /// The same of a cell's means: a share of rows is a mean of cells.
  fileprivate var ofCells: MetricSpecification {
    if case .ratio = kind { return self }
    return MetricSpecification(name: name, kind: .mean(preparedColumns[0]))
  }
}
