import Statistics

/// Corrects differences between plans by what the drawn traits happened to be.
///
/// The traits' expectations are known, so a correction has mean zero and changes no expectation. Each half
/// of a pilot of 30 replications is corrected with coefficients from the other half, all later replications
/// with coefficients from the whole pilot: no replication helps to choose its own correction.
struct ControlVariates {
  private static let pilot = 30
  private let controls: [[Double]]

  /// One row of controls per replication.
  init(_ controls: [[Double]]) { self.controls = controls }

  /// The corrected values, or the values as they are where the pilot shows no gain.
  func correct(_ values: [Double]) -> [Double] {
    let pilot = min(Self.pilot, values.count)
    let width = controls.first?.count ?? 0
    guard width > 0, pilot >= 4 * (width + 2) else { return values }
    let (first, second) = (0..<(pilot / 2), (pilot / 2)..<pilot)
    guard let fromFirst = coefficients(values, first),
      let fromSecond = coefficients(values, second),
      let fromPilot = coefficients(values, 0..<pilot)
    else { return values }
    let corrected = values.indices.map { index in
      let coefficients =
        first.contains(index) ? fromSecond : second.contains(index) ? fromFirst : fromPilot
      return values[index] - zip(coefficients, controls[index]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    guard let before = Moments(values[..<pilot]).variance,
      let after = Moments(corrected[..<pilot]).variance
    else { return values }
    return after < before ? corrected : values
  }

  /// Least squares of the values on the controls: S_cc β = S_cv, by Cholesky.
  private func coefficients(_ values: [Double], _ rows: Range<Int>) -> [Double]? {
    let width = controls[0].count
    let count = Double(rows.count)
    let centre = (0..<width).map { column in
      rows.reduce(0) { $0 + controls[$1][column] } / count
    }
    let mean = rows.reduce(0) { $0 + values[$1] } / count
    let deviations = Matrix(rows.map { row in zip(controls[row], centre).map { $0 - $1 } })
    let residuals = rows.map { values[$0] - mean }
    guard let factor = try? Cholesky(deviations.gram) else { return nil }
    return factor.solve(deviations.times(residuals, transposingSelf: true))
  }
}
