import Experiments
import Statistics

/// How the values of an arm's units lie about their mean, beyond what a variance tells.
struct ArmTail: Sendable {
  let moments: Moments
  /// The third central moment over the cube of the standard deviation.
  let skewness: Double
  /// The value of the unit farthest from the mean, of a ratio its numerator.
  let farthest: Double
  /// What that unit adds to the arm's deviations.
  private let deviation: Double

  /// The share of the squared deviations that one unit makes up.
  var shareOfFarthest: Double { deviation * deviation / moments.sumOfSquaredDeviations }

  /// The arm without that unit.
  var withoutFarthest: Moments {
    let count = Double(moments.count)
    return Moments(
      count: moments.count - 1, mean: moments.mean - deviation / (count - 1),
      sumOfSquaredDeviations: max(
        0, moments.sumOfSquaredDeviations - deviation * deviation * count / (count - 1)))
  }

  /// The second and the third cumulant of the arm's mean, σ²/n and skewness·σ³/n².
  func cumulants(skewness: Double) -> (second: Double, third: Double) {
    let n = Double(moments.count)
    let variance = moments.variance ?? 0
    return (variance / n, skewness * variance * variance.squareRoot() / n / n)
  }

  /// By arm of the table; nil where an arm has fewer than three units with a value, or does not vary.
  ///
  /// A ratio's units are those of the delta method: (y − R·d)/d̄ about R.
  static func all(
    _ metric: MetricSpecification, _ moments: MetricMoments, _ table: UnitTable
  ) -> [ArmTail?] {
    let columns = metric.positions(in: table)
    var sums = moments.byArm.map { Sums($0, moments.outcome) }
    let (cells, width) = (table.values.elements.span, table.values.columns)
    for row in 0..<table.units {
      let value = cells[row * width + columns[0]]
      let below = columns.count > 1 ? cells[row * width + columns[1]] : 1
      if value.isNaN || below.isNaN { continue }
      sums[Int(table.arm.codes[row])]?.add(value, per: below)
    }
    return sums.map { $0?.tail }
  }

  /// Sums over an arm's units, of deviations in standard deviations: cubes of large values would overflow.
  private struct Sums {
    private let moments: Moments
    private let deviation: Double
    /// Of a ratio; nil of a mean.
    private let denominator: Double?
    private var cubes = 0.0
    private var farthest = (deviation: 0.0, value: 0.0)

    init?(_ arm: CoMoments, _ outcome: Outcome) {
      guard arm.count > 2, let moments = try? outcome.moments(in: arm),
        moments.sumOfSquaredDeviations > 0, moments.sumOfSquaredDeviations.isFinite
      else { return nil }
      self.moments = moments
      deviation = (moments.sumOfSquaredDeviations / Double(arm.count)).squareRoot()
      if case .ratio(_, let below) = outcome {
        denominator = arm.means[below]
      } else {
        denominator = nil
      }
    }

    @inline(__always)
    mutating func add(_ value: Double, per below: Double) {
      let off = denominator.map { (value - moments.mean * below) / $0 } ?? (value - moments.mean)
      let scaled = off / deviation
      cubes += scaled * scaled * scaled
      if scaled.magnitude > farthest.deviation.magnitude { farthest = (scaled, value) }
    }

    var tail: ArmTail {
      ArmTail(
        moments: moments, skewness: cubes / Double(moments.count), farthest: farthest.value,
        deviation: farthest.deviation * deviation)
    }
  }
}
