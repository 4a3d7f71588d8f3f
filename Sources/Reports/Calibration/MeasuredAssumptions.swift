import Foundation
import Market
import Statistics
import Takeaways

/// What a log leaves open of one model, as assumptions of a scenario.
///
/// Each parameter is given by the range it lies in nine times of ten, with its estimate as median, and by how
/// it moves with the others.
struct MeasuredAssumptions {
  /// The block's lines.
  let lines: [String]
  private let names: [String: String]

  /// The name that stands for a parameter; `nil` where its estimate stands for itself.
  subscript(parameter: String) -> String? { names[parameter] }

  /// Logarithms that scatter more are not described by their curvature at the maximum: nine of ten would lie
  /// within a factor of twelve to either side, and draws beyond say nothing.
  private static let mostDeviation = 1.5

  /// - Parameters:
  ///   - fitted: The model.
  ///   - model: Its name, for the reason given.
  ///   - names: What each parameter is to be called.
  ///   - units: The units of parameters that have one, after a space.
  ///   - floors: What parameters must exceed.
  init<Model>(
    _ fitted: FittedModel<Model>, model: String, names: [String: String],
    units: [String: String] = [:], floors: [String: Double] = [:]
  ) {
    let estimates = fitted.estimates
    var open = fitted.uncertainty
    // One that may fall below its floor, once in 30,000 draws, is held; then whatever is still too wide.
    for (place, estimate) in estimates.enumerated() {
      guard let floor = floors[estimate.name], let deviation = open.deviations[place],
        log(estimate.value / floor) < 4 * deviation
      else { continue }
      open = open.holding(place)
    }
    while let widest = open.deviations.indices.max(by: {
      open.deviations[$0] ?? 0 < open.deviations[$1] ?? 0
    }), let deviation = open.deviations[widest], deviation > Self.mostDeviation {
      open = open.holding(widest)
    }
    let ranges: [(place: Int, name: String, text: String)] = estimates.enumerated().compactMap {
      place, estimate in
      guard let name = names[estimate.name],
        let range = open.interval(of: place, around: estimate.value, probability: 0.9)
      else { return nil }
      let ends = [range.lowerBound, range.upperBound].map {
        Decimals.trimmed($0, Decimals.places($0, digits: 6))
      }
      guard ends[0] != ends[1] else { return nil }
      return (place, name, "\(ends[0])..\(ends[1])\(units[estimate.name] ?? "")")
    }
    let ties = Self.ties(open, ranges.map(\.place))
    lines = ranges.enumerated().flatMap { row, range in
      let moves = ranges[..<row].enumerated().compactMap { column, other in
        ties[row][column] == 0 ? nil : "\(other.name): \(Decimals.trimmed(ties[row][column], 4))"
      }
      let reason = "basis: measured, why: \(model) fitted to \(fitted.customers) customers"
      let opening = "  \(range.name): {value: \(range.text), \(reason)"
      return moves.isEmpty
        ? [opening + "}"]
        : [opening + ",", "    moves with: {\(moves.joined(separator: ", "))}}"]
    }
    self.names = Dictionary(
      ranges.map { (estimates[$0.place].name, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Correlations as they are written, to four decimals, still such as quantities can have.
  private static func ties(_ open: ParameterUncertainty, _ places: [Int]) -> [[Double]] {
    var shrink = 1.0
    while true {
      var matrix = Matrix.identity(places.count)
      for (row, i) in places.enumerated() {
        for (column, j) in places.enumerated() where i != j {
          let value = (open.correlations[i][j] ?? 0) * shrink
          matrix[row, column] = (value * 10_000).rounded() / 10_000
        }
      }
      if (try? Cholesky(matrix)) != nil {
        return places.indices.map { row in places.indices.map { matrix[row, $0] } }
      }
      // Rounding may leave strong ties impossible; a little weaker they are not.
      shrink *= 0.999
    }
  }
}
