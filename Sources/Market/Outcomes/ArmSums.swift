import Statistics

/// Observations summed over the people of each arm, for one or many ways to put people into arms.
///
/// A crowd is added by one matrix product: indicators (allotments × arms, people) by [1, y, y²], each y less
/// a pilot mean so that squares do not cancel; all three are 0 for people who are not observed.
struct ArmSums: Sendable {
  private let arms: Int
  /// By observation: the mean of the first crowd in which anybody is observed.
  private var pilots: [Double?]
  /// By observation: for each allotment and arm people, Σ(y − pilot), Σ(y − pilot)².
  private var sums: [[Double]]

  init(allotments: Int, arms: Int, observations: Int) {
    self.arms = arms
    pilots = Array(repeating: nil, count: observations)
    sums = Array(
      repeating: Array(repeating: 0, count: 3 * allotments * arms), count: observations)
  }

  /// Adds a crowd's values of some observations, of the people for whom `isObserved`.
  mutating func add(
    _ values: [(observation: Int, values: [Double])], isObserved: [Bool], _ indicators: Matrix
  ) {
    let (rows, width) = (indicators.columns, 2 * values.count + 1)
    guard rows > 0, !values.isEmpty, isObserved.contains(true) else { return }
    var columns = Matrix(rows: rows, columns: width)
    for row in 0..<rows where isObserved[row] { columns[row, 0] = 1 }
    for (place, column) in values.enumerated() {
      let pilot = pilots[column.observation] ?? mean(column.values, isObserved)
      pilots[column.observation] = pilot
      for (row, value) in column.values.enumerated() where isObserved[row] {
        let deviation = value - pilot
        columns[row, 2 * place + 1] = deviation
        columns[row, 2 * place + 2] = deviation * deviation
      }
    }
    let products = indicators * columns
    for (place, column) in values.enumerated() {
      for group in 0..<indicators.rows {
        sums[column.observation][3 * group] += products[group, 0]
        sums[column.observation][3 * group + 1] += products[group, 2 * place + 1]
        sums[column.observation][3 * group + 2] += products[group, 2 * place + 2]
      }
    }
  }

  private func mean(_ values: [Double], _ isObserved: [Bool]) -> Double {
    var (sum, count) = (0.0, 0.0)
    for (value, isObserved) in zip(values, isObserved) where isObserved {
      sum += value
      count += 1
    }
    return sum / count
  }

  /// Count, mean and squared deviations of an observation in one arm.
  func moments(allotment: Int, arm: Int, observation: Int) -> Moments {
    let first = 3 * (allotment * arms + arm)
    let values = sums[observation][first..<first + 3]
    guard let count = values.first, count > 0 else { return Moments() }
    let (sum, squares) = (values[first + 1], values[first + 2])
    return Moments(
      count: Int(count), mean: (pilots[observation] ?? 0) + sum / count,
      sumOfSquaredDeviations: max(0, squares - sum * sum / count))
  }
}
