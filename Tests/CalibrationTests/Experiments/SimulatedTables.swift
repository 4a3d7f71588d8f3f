import Experiments
import RealModule
import Statistics

extension UnitTable {
  /// Arms called A, B, … of these sizes, one after the other.
  ///
  /// - Parameters:
  ///   - sizes: Units by arm.
  ///   - columns: Names of what is measured.
  ///   - row: The values of a unit, given its arm and number within it.
  init(arms sizes: [Int], columns: [String] = ["spend"], row: (Int, Int) -> [Double]) {
    var elements: [Double] = []
    var codes: [Int32] = []
    for (arm, size) in sizes.enumerated() {
      for index in 0..<size {
        elements += row(arm, index)
        codes.append(Int32(arm))
      }
    }
    self.init(
      columns: columns,
      values: Matrix(rows: codes.count, columns: columns.count, elements: elements),
      arm: Labels(names: sizes.indices.map { "ABCDEFGH".map(String.init)[$0] }, codes: codes))
  }

  /// Whole clusters of these sizes dealt to two arms in turn, the value of a unit given its cluster.
  init(clusters sizes: [Int], value: (Int, Int) -> Double) {
    var values: [Double] = []
    var (arms, clusters): ([Int32], [Int32]) = ([], [])
    for (cluster, size) in sizes.enumerated() {
      for index in 0..<size {
        values.append(value(cluster, index))
        arms.append(Int32(cluster % 2))
        clusters.append(Int32(cluster))
      }
    }
    self.init(
      columns: ["spend"], values: Matrix(rows: values.count, columns: 1, elements: values),
      arm: Labels(names: ["A", "B"], codes: arms),
      groups: [.cluster: Labels(names: sizes.indices.map { "\($0)" }, codes: clusters)])
  }
}

/// Revenue of which most is nothing: one unit in ten spends, log-normally; a skewness of about 9.
enum SkewedRevenue {
  static func sample(_ stream: inout DrawStream) -> Double {
    stream.uniform() < 0.1 ? Double.exp(3 + 0.8 * stream.normal()) : 0
  }

  /// E[Xᵏ] = 0.1·exp(3k + 0.8²k²/2).
  static func rawMoment(_ k: Double) -> Double { 0.1 * Double.exp(3 * k + 0.32 * k * k) }

  static var mean: Double { rawMoment(1) }
  static var variance: Double { rawMoment(2) - mean * mean }

  static var thirdCentralMoment: Double {
    rawMoment(3) - 3 * mean * rawMoment(2) + 2 * mean * mean * mean
  }
}
