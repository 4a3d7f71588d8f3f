import Statistics

/// Observations summed over the people of each arm, for one or many ways to put people into arms.
///
/// A crowd is added by one matrix product: indicators (allotments × arms, people) by [y, y²], each y less a
/// pilot mean so that squares do not cancel.
struct ArmSums: Sendable {
  private let arms: Int
  private var people: [Double]
  /// By observation: the mean of the first crowd read.
  private var pilots: [Double?]
  /// By observation: for each allotment and arm Σ(y − pilot), then Σ(y − pilot)².
  private var sums: [[Double]]

  init(allotments: Int, arms: Int, observations: Int) {
    self.arms = arms
    people = Array(repeating: 0, count: allotments * arms)
    pilots = Array(repeating: nil, count: observations)
    sums = Array(repeating: Array(repeating: 0, count: 2 * people.count), count: observations)
  }

  /// Counts the people of a crowd.
  mutating func count(_ indicators: Matrix) {
    let each = indicators.times(Array(repeating: 1, count: indicators.columns))
    for group in people.indices { people[group] += each[group] }
  }

  /// Adds a crowd's values of some observations.
  mutating func add(_ values: [(observation: Int, values: [Double])], _ indicators: Matrix) {
    let (rows, width) = (indicators.columns, 2 * values.count)
    guard rows > 0, width > 0 else { return }
    var columns = Matrix(rows: rows, columns: width)
    for (place, column) in values.enumerated() {
      let pilot = pilots[column.observation] ?? column.values.reduce(0, +) / Double(rows)
      pilots[column.observation] = pilot
      for (row, value) in column.values.enumerated() {
        let deviation = value - pilot
        columns[row, 2 * place] = deviation
        columns[row, 2 * place + 1] = deviation * deviation
      }
    }
    let products = indicators * columns
    for (place, column) in values.enumerated() {
      for group in people.indices {
        sums[column.observation][2 * group] += products[group, 2 * place]
        sums[column.observation][2 * group + 1] += products[group, 2 * place + 1]
      }
    }
  }

  /// Count, mean and squared deviations of a observation in one arm.
  func moments(allotment: Int, arm: Int, observation: Int) -> Moments {
    let group = allotment * arms + arm
    let count = people[group]
    guard count > 0 else { return Moments() }
    let (sum, squares) = (sums[observation][2 * group], sums[observation][2 * group + 1])
    return Moments(
      count: Int(count), mean: (pilots[observation] ?? 0) + sum / count,
      sumOfSquaredDeviations: max(0, squares - sum * sum / count))
  }
}
