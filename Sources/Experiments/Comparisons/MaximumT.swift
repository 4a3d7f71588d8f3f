internal import RealModule
public import Statistics

/// The largest |t| of several correlated estimates, such as arms × metrics, where none has an effect.
///
/// The chance that any |Tᵢ| passes c is split by which is the first to do so. Each part is P(|Tᵢ| > c)
/// times the chance, given Tᵢ, that none before it does, which is integrated by separation of variables
/// on a fixed lattice: Genz and Bretz, "Computation of multivariate normal and t probabilities"
/// (2009), 4.2 and 5. So the result is the same on every machine, at least the largest single tail and at
/// most their sum however far out.
public struct MaximumT: Sendable {
  /// Of the statistics with each other; positive semidefinite, ones on the diagonal.
  public let correlation: Matrix
  /// Of the scale that the statistics share; infinite where it is known.
  public let degreesOfFreedom: Double
  /// By statistic i, the factor of the correlation of i, then of those before it, row after row.
  private let factors: [[Double]]
  /// Two statistics are a case of Dunnett's, which is exact.
  private let pair: Dunnett?
  /// By lattice point, √χ² with a degree of freedom more; of no use where the scale is known.
  private let radii: [Double]

  /// Lattice points for each statistic.
  ///
  /// Critical values are good to about 1e-4 for ten statistics, to 5e-4 for forty.
  private static let points = 2048

  /// - Throws: `NotEstimable` where the matrix is no correlation.
  public init(correlation: Matrix, degreesOfFreedom: Double = .infinity) throws(NotEstimable) {
    precondition(correlation.isSquare, "a correlation is square")
    guard correlation.rows > 0 else { throw NotEstimable("there is nothing to compare") }
    guard degreesOfFreedom > 0 else {
      throw NotEstimable("too few units to estimate the spread")
    }
    let order = correlation.rows
    for i in 0..<order {
      for j in 0...i {
        let value = correlation[i, j]
        guard abs(value - correlation[j, i]) < 1e-9, abs(value) <= 1 + 1e-9,
          i != j || abs(value - 1) < 1e-9
        else { throw NotEstimable("the estimates' correlation is unknown") }
      }
    }
    self.correlation = correlation
    self.degreesOfFreedom = degreesOfFreedom
    var factors: [[Double]] = []
    for i in 0..<order {
      guard let factor = Self.factor(correlation, order: [i] + (0..<i)) else {
        throw NotEstimable("the estimates' correlation is no correlation matrix")
      }
      factors.append(factor.elements)
    }
    self.factors = factors
    pair =
      order == 2 && correlation[0, 1].magnitude < 1 - 1e-8
      ? Dunnett(correlation: correlation[0, 1], degreesOfFreedom: degreesOfFreedom) : nil
    radii =
      degreesOfFreedom.isInfinite || pair != nil
      ? []
      : (0..<Self.points).map { point in
        let share = Self.coordinate(point, Self.irrationals(2)[1])
        return (2 * .inverseRegularizedGammaP((degreesOfFreedom + 1) / 2, share)).squareRoot()
      }
  }

  /// From a covariance of estimates of any units.
  ///
  /// - Throws: `NotEstimable` where a variance is not positive.
  public init(covariance: Matrix, degreesOfFreedom: Double = .infinity) throws(NotEstimable) {
    precondition(covariance.isSquare, "a covariance is square")
    guard covariance.diagonal.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw NotEstimable("the variance of an estimate is zero or unknown")
    }
    let roots = covariance.diagonal.map { $0.squareRoot() }
    var correlation = covariance
    for i in roots.indices {
      for j in roots.indices { correlation[i, j] = covariance[i, j] / roots[i] / roots[j] }
      correlation[i, i] = 1
    }
    try self.init(correlation: correlation, degreesOfFreedom: degreesOfFreedom)
  }

  /// The chance that any |t| lies beyond c where there is no effect at all.
  public func upperTail(_ c: Double) -> Double {
    if c.isNaN { return .nan }
    guard c > 0 else { return 1 }
    if let pair { return pair.upperTail(c) }
    let single = 2 * StatisticLaw(degreesOfFreedom: degreesOfFreedom).upperTail(c)
    guard factors.count > 1 else { return single }
    let beyond = beyond(single)
    let shares = factors.indices.dropFirst().map { shareFirst($0, c, beyond) }
    return min(1, single * shares.reduce(1, +))
  }

  /// The chance of any |t| as large as this one where there is no effect at all.
  public func adjustedPValue(_ statistic: Double) -> Double { upperTail(statistic.magnitude) }

  /// What all |t| stay within with the asked confidence where there is no effect at all.
  public func criticalValue(confidence: Double = 0.95) -> Double {
    precondition(confidence > 0 && confidence < 1, "a confidence lies strictly between 0 and 1")
    if let pair { return pair.criticalValue(confidence: confidence) }
    let alpha = 1 - confidence
    let law = StatisticLaw(degreesOfFreedom: degreesOfFreedom)
    // The logarithm of the tail is nearly straight in that of a single one, which lies between these.
    let low = Double.log(alpha / Double(factors.count))
    let high = Double.log(alpha)
    var place = low
    var last: (place: Double, excess: Double)?
    for _ in 0..<20 {
      let excess = .log(upperTail(law.quantile(upperTail: .exp(place) / 2))) - high
      let slope = last.map { (excess - $0.excess) / (place - $0.place) } ?? 1
      last = (place, excess)
      let next = min(high, max(low, place - excess / slope))
      guard abs(next - place) > 1e-8 else { break }
      place = next
    }
    return law.quantile(upperTail: .exp(place) / 2)
  }

  /// Intervals, in the estimates' order, that all hold together with the asked confidence.
  public func intervals(of effects: [Effect], confidence: Double = 0.95) -> [Interval] {
    precondition(effects.count == factors.count, "an effect for each statistic")
    let critical = criticalValue(confidence: confidence)
    return effects.map { Interval(center: $0.estimate, halfWidth: critical * $0.standardError) }
  }

  /// By lattice point, a T in the upper half of a two-sided tail, and the scale S drawn with it.
  private func beyond(_ tail: Double) -> [(t: Double, scale: Double)] {
    let law = StatisticLaw(degreesOfFreedom: degreesOfFreedom)
    let root = Self.irrationals(1)[0]
    return (0..<Self.points).map { point in
      let t = law.quantile(upperTail: Self.coordinate(point, root) * tail / 2)
      // Given T = t, S²(ν + t²) is χ² with ν + 1 degrees of freedom.
      return (t, radii.isEmpty ? 1 : radii[point] / (degreesOfFreedom + t * t).squareRoot())
    }
  }

  /// The chance that, given |Tᵢ| > c, no statistic before it is beyond c.
  private func shareFirst(_ i: Int, _ c: Double, _ beyond: [(t: Double, scale: Double)])
    -> Double
  {
    let factor = factors[i]
    let isStudent = !radii.isEmpty
    let roots = Self.irrationals(i + 1)
    var position = [Double](repeating: 0, count: i + 1)
    var sum = 0.0
    for point in 0..<Self.points {
      let (t, scale) = beyond[point]
      position[0] = t * scale
      var chance = 1.0
      for j in 1...i {
        var mean = 0.0
        for k in 0..<j { mean += factor[j * (i + 1) + k] * position[k] }
        let spread = factor[j * (i + 1) + j]
        guard spread > 0 else {
          // It follows from those before it.
          if mean.magnitude > c * scale * (1 + 1e-9) { chance = 0 }
          position[j] = 0
          continue
        }
        let low = Double.normalCDF((-c * scale - mean) / spread)
        let high = Double.normalCDF((c * scale - mean) / spread)
        chance *= max(0, high - low)
        if chance == 0 { break }
        if j < i {
          let share = Self.coordinate(point, roots[j + (isStudent ? 1 : 0)])
          position[j] = .normalQuantile(min(max(low + share * (high - low), 1e-300), 1 - 0x1p-53))
        }
      }
      sum += chance
    }
    return sum / Double(Self.points)
  }

  private static func coordinate(_ point: Int, _ root: Double) -> Double {
    let place = (Double(point) + 0.5) * root
    // Folded, a function on the unit interval is periodic, which the lattice needs.
    return (2 * (place - place.rounded(.down)) - 1).magnitude
  }

  /// Fractional parts of the square roots of the first primes: Richtmyer's lattice.
  private static func irrationals(_ count: Int) -> [Double] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if primes.allSatisfy({ !candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map { prime in
      let root = Double(prime).squareRoot()
      return root - root.rounded(.down)
    }
  }

  /// L with LLᵀ the correlation of the statistics in the order given, if that is positive semidefinite.
  ///
  /// A zero on its diagonal says that the statistic follows from those before it.
  private static func factor(_ correlation: Matrix, order: [Int]) -> Matrix? {
    var factor = Matrix(rows: order.count, columns: order.count)
    for (i, row) in order.enumerated() {
      for j in 0...i {
        var rest = correlation[row, order[j]]
        for k in 0..<j { rest -= factor[i, k] * factor[j, k] }
        if i == j {
          guard rest > -1e-8 else { return nil }
          factor[i, i] = rest > 1e-10 ? rest.squareRoot() : 0
        } else if factor[j, j] > 0 {
          factor[i, j] = rest / factor[j, j]
        } else if rest.magnitude > 1e-3 {
          return nil
        }
      }
    }
    return factor
  }
}
