internal import RealModule
internal import Statistics

/// The log-likelihood of Gamma–Gamma over customers' mean repeat baskets; Fader and Hardie (2013), 1a.
///
/// Per customer with x repeat purchases of total S = xz it is ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln γ
/// + (px − 1) ln z + px ln x − (px+q) ln(γ + S).
struct GammaGammaLikelihood {
  /// The customers with one number of repeat purchases whose amounts are known.
  private struct Group {
    let repeats: Double
    var totals: [Double] = []
    var sumOfLogMeans = 0.0
  }

  private let groups: [Group]
  let customers: Int

  /// - Parameters:
  ///   - histories: Those without a repeat purchase or without spending are left out.
  ///   - scale: Minor units in the unit γ is to have.
  init(_ histories: [CustomerHistory], scale: Double) {
    var groups: [Int: Group] = [:]
    var customers = 0
    for history in histories where history.meanBasket != nil {
      let total = Double(history.repeatSpend) / scale
      let repeats = Double(history.pricedRepeats)
      groups[history.pricedRepeats, default: Group(repeats: repeats)].totals.append(total)
      groups[history.pricedRepeats]?.sumOfLogMeans += .log(total / repeats)
      customers += 1
    }
    self.groups = groups.values.sorted { $0.repeats < $1.repeats }
    self.customers = customers
  }

  /// The mean over customers of their mean basket.
  var meanOfMeans: Double {
    groups.reduce(0) { $0 + $1.totals.reduce(0, +) / $1.repeats } / Double(customers)
  }

  /// Whether any two customers' mean baskets differ by more than rounding.
  var hasSpread: Bool {
    let means = groups.lazy.flatMap { group in group.totals.lazy.map { $0 / group.repeats } }
    guard let least = means.min(), let most = means.max() else { return false }
    return most > least * (1 + 1e-12)
  }

  /// Value, gradient and Hessian in (p, q, γ).
  func expansion(at model: GammaGamma) -> Expansion {
    let (p, q, gamma) = (model.p, model.q, model.gamma)
    var value = 0.0
    var (byP, byQ, byGamma) = (0.0, 0.0, 0.0)
    var (pp, pq, qq, pGamma, qGamma, gammaGamma) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    let logGamma = Double.log(gamma)
    let (logGammaQ, digammaQ, trigammaQ) =
      (Double.logGamma(q), Double.digamma(q), Double.trigamma(q))
    for group in groups {
      let x = group.repeats
      let n = Double(group.totals.count)
      var logs = 0.0
      var inverses = 0.0
      var squares = 0.0
      for total in group.totals {
        let inverse = 1 / (gamma + total)
        logs += .log(gamma + total)
        inverses += inverse
        squares += inverse * inverse
      }
      let count = p * x + q
      let logX = Double.log(x)
      let digammaCount = Double.digamma(count)
      let trigammaCount = Double.trigamma(count)
      value +=
        n * (.logGamma(count) - .logGamma(p * x) - logGammaQ + q * logGamma + p * x * logX)
        + (p * x - 1) * group.sumOfLogMeans - count * logs
      byP +=
        x * (n * (digammaCount - .digamma(p * x) + logX) + group.sumOfLogMeans - logs)
      byQ += n * (digammaCount - digammaQ + logGamma) - logs
      byGamma += n * q / gamma - count * inverses
      pp += n * x * x * (trigammaCount - .trigamma(p * x))
      pq += n * x * trigammaCount
      qq += n * (trigammaCount - trigammaQ)
      pGamma -= x * inverses
      qGamma += n / gamma - inverses
      gammaGamma += count * squares - n * q / (gamma * gamma)
    }
    return Expansion(
      value: value, gradient: [byP, byQ, byGamma],
      hessian: Matrix([[pp, pq, pGamma], [pq, qq, qGamma], [pGamma, qGamma, gammaGamma]]))
  }
}
