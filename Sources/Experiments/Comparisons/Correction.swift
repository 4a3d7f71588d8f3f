internal import RealModule

/// A correction of p-values for how many there are.
///
/// The first four keep the chance of any false discovery below α (Holm 1979; Hochberg 1988; with Šidák's
/// 1 − (1 − p)^m in place of m·p, which is sharper but needs independent or positively dependent
/// tests, as Hochberg's does); the last two keep the expected share of false ones among the
/// discoveries below α (Benjamini and Hochberg 1995; under any dependence, Benjamini and Yekutieli 2001).
public enum Correction: String, Sendable, CaseIterable {
  case holm = "Holm"
  case holmSidak = "Holm–Šidák"
  case hochberg = "Hochberg"
  case hochbergSidak = "Hochberg–Šidák"
  case benjaminiHochberg = "Benjamini–Hochberg"
  case benjaminiYekutieli = "Benjamini–Yekutieli"

  /// The p-values to compare with α itself, in the order given.
  public func adjusted(_ pValues: [Double]) -> [Double] {
    let order = ascending(pValues)
    var result = pValues
    var last = isStepDown ? 0.0 : 1.0
    for rank in isStepDown ? Array(order.indices) : order.indices.reversed() {
      let own = min(1, raised(pValues[order[rank]], rank: rank, of: order.count))
      last = isStepDown ? max(last, own) : min(last, own)
      result[order[rank]] = last
    }
    return result
  }

  /// The level that each p-value itself is compared with, in the order given: at most it, a discovery.
  public func levels(_ pValues: [Double], alpha: Double) -> [Double] {
    let order = ascending(pValues)
    var levels = order.indices.map { level(alpha, rank: $0, of: order.count) }
    let passes = order.indices.map { pValues[order[$0]] <= levels[$0] }
    if isStepDown {
      // After the first that fails, all the rest fail with it.
      if let failed = passes.firstIndex(of: false) {
        for rank in failed..<levels.count { levels[rank] = levels[failed] }
      }
    } else if let passed = passes.lastIndex(of: true) {
      // Before the last that passes, all pass with it.
      for rank in 0..<passed { levels[rank] = levels[passed] }
    }
    var result = pValues
    for (rank, place) in order.enumerated() { result[place] = levels[rank] }
    return result
  }

  private func ascending(_ pValues: [Double]) -> [Int] {
    precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 }, "a p-value lies between 0 and 1")
    return pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  }

  private var isStepDown: Bool { self == .holm || self == .holmSidak }

  private func raised(_ p: Double, rank: Int, of count: Int) -> Double {
    let left = Double(count - rank)
    return switch self {
    case .holm, .hochberg: left * p
    case .holmSidak, .hochbergSidak: -.expMinusOne(left * .log(onePlus: -p))
    case .benjaminiHochberg, .benjaminiYekutieli: p * dependence(count) / Double(rank + 1)
    }
  }

  private func level(_ alpha: Double, rank: Int, of count: Int) -> Double {
    let left = Double(count - rank)
    return switch self {
    case .holm, .hochberg: alpha / left
    case .holmSidak, .hochbergSidak: -.expMinusOne(.log(onePlus: -alpha) / left)
    case .benjaminiHochberg, .benjaminiYekutieli: alpha * Double(rank + 1) / dependence(count)
    }
  }

  /// The count of tests, times 1 + ½ + … + 1/m where they may depend in any way.
  private func dependence(_ count: Int) -> Double {
    let m = Double(count)
    guard self == .benjaminiYekutieli, count > 0 else { return m }
    return m * (1...count).reduce(0) { $0 + 1 / Double($1) }
  }
}
