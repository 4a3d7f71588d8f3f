import Experiments
import Documents
import Statistics

/// The units that have every value of some metrics, in the arms that have two of them: what resampling needs.
struct CompleteUnits {
  /// Of the metrics, each once.
  let columns: [String]
  /// By arm of the whole experiment, its number among the arms left; nil where it has too few units.
  let arms: [Int?]
  private let whole: UnitTable
  private let rows: [Int]?

  /// - Parameters:
  ///   - metrics: Means, shares and ratios.
  ///   - table: Everybody.
  ///   - arms: Arms of the experiment, those without units too.
  init(_ metrics: [MetricSpecification], _ table: UnitTable, arms: Int) {
    whole = table
    columns = metrics.flatMap(\.preparedColumns).distinct
    let positions = columns.compactMap { table.position(of: $0) }
    var counts = [Int](repeating: 0, count: max(arms, table.arm.count))
    let complete = (0..<table.units).filter { row in
      positions.allSatisfy { table.values[row, $0].isFinite }
    }
    for row in complete { counts[Int(table.arm.codes[row])] += 1 }
    var next = 0
    let places = counts.map { count -> Int? in
      guard count >= 2 else { return nil }
      next += 1
      return next - 1
    }
    self.arms = places
    let kept = complete.filter { places[Int(table.arm.codes[$0])] != nil }
    rows = kept.count == table.units && next == table.arm.count ? nil : kept
  }

  /// Throws where the control has fewer than two units.
  func table() throws(NotEstimable) -> UnitTable {
    guard arms[0] != nil else { throw Self.tooFew }
    guard let rows else { return whole }
    return whole.keeping(rows).keeping(arms: whole.arm.names.indices.filter { arms[$0] != nil })
  }

  /// An arm's number in the table.
  func number(ofArm arm: Int) throws(NotEstimable) -> Int {
    guard let number = arms[arm] else { throw Self.tooFew }
    return number
  }

  private static let tooFew = NotEstimable("an arm has fewer than two units")
}
