import Statistics

/// An experiment in which whole places switch between arms from one window of time to the next.
///
/// Everything in a place during a window has one treatment, so the window in the place is the unit: its
/// observations' means become one row. Observations soon after the window began still carry what the
/// window before left, and are dropped (Bojinov, Simchi-Levi and Zhao, "Design and analysis of
/// switchback experiments", Management Science 69, 2023).
public struct Switchback: Sendable {
  /// Observations × metrics.
  private let observations: UnitTable
  private let place: Labels
  private let window: Labels
  private let sinceStart: [Double]

  /// - Parameters:
  ///   - observations: What was measured, each observation with the arm its place was in.
  ///   - place: What switches, such as a city.
  ///   - window: Between two switches.
  ///   - sinceStart: How long before each observation its window began, in any unit of time.
  public init(
    observations: UnitTable, place: Labels, window: Labels, sinceStart: [Double]
  ) {
    precondition(
      place.codes.count == observations.units && window.codes.count == observations.units
        && sinceStart.count == observations.units,
      "a place, a window and a time for each observation")
    self.observations = observations
    self.place = place
    self.window = window
    self.sinceStart = sinceStart
  }

  /// A row a cell, place × window, in the order of places and then windows.
  ///
  /// Its columns are the metrics' means; the place is its cluster and the window its stratum. Each cell
  /// counts once, however many observations it has. A cell without a value of a metric has none.
  ///
  /// - Parameter burnIn: Observations less than so long after the start of a window are dropped.
  /// - Returns: The cells that have observations left.
  /// - Throws: `NotEstimable` where a cell has observations in two arms, and where the burn-in leaves none.
  public func cells(burnIn: Double) throws(NotEstimable) -> UnitTable {
    let (windows, metrics) = (window.count, observations.columns.count)
    var arms = [Int32](repeating: -1, count: place.count * windows)
    var moments = [Moments](repeating: Moments(), count: arms.count * metrics)
    var kept = [Bool](repeating: false, count: arms.count)
    for row in 0..<observations.units {
      let cell = Int(place.codes[row]) * windows + Int(window.codes[row])
      let arm = observations.arm.codes[row]
      guard arms[cell] < 0 || arms[cell] == arm else {
        throw NotEstimable(
          "“\(place.names[cell / windows])” has observations in two arms during"
            + " “\(window.names[cell % windows])”")
      }
      arms[cell] = arm
      guard sinceStart[row] >= burnIn else { continue }
      kept[cell] = true
      for metric in 0..<metrics {
        let value = observations.values[row, metric]
        if !value.isNaN { moments[cell * metrics + metric].add(value) }
      }
    }
    let cells = kept.indices.filter { kept[$0] }
    guard !cells.isEmpty else {
      throw NotEstimable("the burn-in is longer than every window, so that nothing is left")
    }
    let values = cells.flatMap { cell in
      (0..<metrics).map { metric in
        let own = moments[cell * metrics + metric]
        return own.count > 0 ? own.mean : .nan
      }
    }
    return UnitTable(
      columns: observations.columns,
      values: Matrix(rows: cells.count, columns: metrics, elements: values),
      arm: Labels(names: observations.arm.names, codes: cells.map { arms[$0] }),
      groups: groups(of: cells))
  }

  /// With one place there is nobody to compare it with, so its windows are taken as independent.
  private func groups(of cells: [Int]) -> [UnitTable.Role: Labels] {
    let windows = window.count
    let places = Labels(names: place.names, codes: cells.map { Int32($0 / windows) })
    let strata = Labels(names: window.names, codes: cells.map { Int32($0 % windows) })
    return Set(places.codes).count > 1 ? [.cluster: places, .stratum: strata] : [.stratum: strata]
  }
}
