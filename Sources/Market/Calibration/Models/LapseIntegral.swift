internal import RealModule
internal import Statistics

/// The chance that a Pareto/NBD customer lapsed between two ages, with x purchases before the first.
///
/// Up to factors without τ it is ∫ (α+τ)^−(r+x) · s(β+τ)^−(s+1) dτ, which the literature writes as a
/// difference of two hypergeometric functions (Fader and Hardie 2005, "A note on deriving the
/// Pareto/NBD model", equations 18–20). That difference cancels; all terms of the quadrature used here
/// are positive, it needs no case for α < β, and derivatives come under the integral sign.
struct LapseIntegral {
  /// One point of the quadrature.
  struct Node {
    let alphaPlus: Double
    let betaPlus: Double
    let logAlphaPlus: Double
    let logBetaPlus: Double
    /// The integrand times the quadrature weight, in units of e^`logPeak`.
    let weight: Double
  }

  let alpha: Double
  let beta: Double
  /// r + x.
  let count: Double
  let s: Double
  let from: Double
  let to: Double

  /// ln of the integrand at the younger age.
  var logPeak: Double {
    .log(s) - count * .log(alpha + from) - (s + 1) * .log(beta + from)
  }

  /// Calls `body` for every node.
  ///
  /// The variable of integration is v = ln(m + τ), m the smaller of α and β: the nearest singularity is
  /// then π off the real axis, and how far the integrand falls bounds its curvature. Nodes are as many,
  /// and panels as narrow, as 1e-14 takes.
  @inline(__always)
  func forEachNode(_ body: (Node) -> Void) {
    let isAlphaLess = alpha <= beta
    let less = min(alpha, beta)
    let gap = max(alpha, beta) - less
    let start = Double.log(less + from)
    let width = Double.log(onePlus: (to - from) / (less + from))
    let otherStart = Double.log(less + from + gap)
    let otherWidth = Double.log(onePlus: (to - from) / (less + from + gap))
    let fall =
      isAlphaLess
      ? count * width + (s + 1) * otherWidth : count * otherWidth + (s + 1) * width
    let (logAlpha, logBeta) = isAlphaLess ? (start, otherStart) : (otherStart, start)
    let rule =
      width < 1.2 && fall < 3 ? Self.short : width < 2 && fall < 7 ? Self.medium : Self.long
    let panels = max(1, (width / 3.5).rounded(.up), (fall / 14).rounded(.up))
    let half = width / panels / 2
    var total = 0.0
    var panel = 0.0
    while panel < panels {
      let middle = start + (2 * panel + 1) * half
      var sum = 0.0
      for i in rule.nodes.indices {
        let v = middle + half * rule.nodes[i]
        let nearer = Double.exp(v)
        let farther = nearer + gap
        let logFarther = Double.log(farther)
        let (a, b) = isAlphaLess ? (v, logFarther) : (logFarther, v)
        let weight =
          half * rule.weights[i] * nearer
          * .exp(count * (logAlpha - a) + (s + 1) * (logBeta - b))
        sum += weight
        body(
          Node(
            alphaPlus: isAlphaLess ? nearer : farther, betaPlus: isAlphaLess ? farther : nearer,
            logAlphaPlus: a, logBetaPlus: b, weight: weight))
      }
      total += sum
      panel += 1
      // With a purchase behind them the nodes' weights only fall.
      if count >= 1, sum < 0x1p-60 * total { break }
    }
  }

  /// ln of the integral.
  var logValue: Double {
    guard to > from else { return -.infinity }
    return logPeak + .log(weight(upTo: to))
  }

  /// The age up to which a share of the integral lies, between `from` and `to`.
  ///
  /// Sought in the variable that `forEachNode` integrates over, where the integrand is smooth, in steps
  /// over which it changes by a factor of e at most.
  func age(atShare share: Double) -> Double {
    let total = weight(upTo: to)
    let origin = min(alpha, beta) + from
    let width = Double.log(onePlus: (to - from) / origin)
    let step = min(width, 1 / (count + s + 1))
    func age(_ steps: Double) -> Double { from + origin * .expMinusOne(steps * step) }
    let bracket = RootBracket(low: 0, high: width / step)
    let steps = bracket.root(within: 1e-12) { weight(upTo: age($0)) - share * total }
    return min(to, age(steps ?? 0))
  }

  /// The integral up to an age, in units of e^`logPeak`.
  private func weight(upTo age: Double) -> Double {
    guard age > from else { return 0 }
    var total = 0.0
    LapseIntegral(alpha: alpha, beta: beta, count: count, s: s, from: from, to: age)
      .forEachNode { total += $0.weight }
    return total
  }

  private static let short = GaussLegendre(count: 8)
  private static let medium = GaussLegendre(count: 12)
  private static let long = GaussLegendre(count: 16)
}
