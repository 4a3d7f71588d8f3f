import Experiments
import Statistics

/// Caps values above a quantile of all arms together, so that a few enormous ones do not decide.
public struct Winsorizing: Sendable, Equatable {
  /// The column.
  public let column: String
  /// The quantile's value, which larger ones become.
  public let cap: Double
  /// Units whose value it changes.
  public let changed: Int

  /// Caps a column in place; nil where it has no values.
  ///
  /// The quantile is that of the units of all arms: a cap for each arm would be an effect of its own.
  init?(_ values: inout Matrix, column: Int, name: String, quantile: Double) {
    var observed: [Double] = []
    observed.reserveCapacity(values.rows)
    for row in 0..<values.rows {
      let value = values[row, column]
      if !value.isNaN { observed.append(value) }
    }
    guard let cap = SortedSample(observed)?.quantile(quantile) else { return nil }
    var changed = 0
    for row in 0..<values.rows where values[row, column] > cap {
      values[row, column] = cap
      changed += 1
    }
    self.column = name
    self.cap = cap
    self.changed = changed
  }
}
