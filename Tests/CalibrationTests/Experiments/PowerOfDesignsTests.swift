import Experiments
import RealModule
import Statistics
import Testing

/// The same of plans with covariates, clusters, many arms and planned looks.
@Suite(.releaseOnly) struct PowerOfDesignsTests {
  /// A covariate that explains 60 % of the variance; Lin's regression spends two units on its slopes.
  @Test func adjusted() throws {
    let plan = try PowerAnalysis(
      .mean(0, standardDeviation: 1), allocation: Allocation(), explained: 0.6)
    let control = try plan.controlUnits(effect: 0.3, power: 0.8).rounded(.up)
    let adjustment = Adjustment(metrics: [0], covariates: [1], variances: [.hc2])
    try Repeated.check(
      "power with R² 0.6, 2 × \(control)",
      nominal: plan.power(effect: 0.3, control: control),
      allowance: 0.005
    ) { draws in
      let table = UnitTable(
        arms: [Int(control), Int(control)], columns: ["spend", "before"]
      ) { arm, index in
        var stream = draws.unit(index, arm: arm)
        let before = stream.normal()
        let rest = Double(0.4).squareRoot() * stream.normal()
        return [Double(0.6).squareRoot() * before + rest + (arm == 1 ? 0.3 : 0), before]
      }
      return try AdjustedMeans(table, adjustment).effect(arm: 1, metric: 0).pValue() < 0.05
    }
  }

  /// Clusters of 4 to 36 units with an intraclass correlation of 0.1, analysed by CR1 as at fifty or more.
  @Test func clusters() throws {
    let sizes = [4, 8, 12, 20, 36]
    let mean = 16.0
    let variation =
      (sizes.reduce(0) { $0 + Double($1 * $1) } / 5 / (mean * mean) - 1).squareRoot()
    let plan = try PowerAnalysis(
      .mean(0, standardDeviation: 1), allocation: Allocation(),
      clustering: Clustering(
        intraclassCorrelation: 0.1, meanSize: mean, sizeVariation: variation))
    // Whole rounds of the five sizes in both arms.
    let rounds = (try plan.controlUnits(effect: 0.25, power: 0.8) / (5 * mean)).rounded(.up)
    let dealt = (0..<Int(rounds) * 10).map { sizes[$0 / 2 % 5] }
    let adjustment = Adjustment(metrics: [0])
    try Repeated.check(
      "power with \(Int(rounds) * 5) unequal clusters an arm",
      nominal: plan.power(effect: 0.25, control: rounds * 5 * mean), allowance: 0.01
    ) { draws in
      let table = UnitTable(clusters: dealt) { cluster, index in
        var shared = draws.unit(cluster, arm: 7)
        var own = draws.unit(cluster * 64 + index, arm: cluster % 2)
        return Double(0.1).squareRoot() * shared.normal() + Double(0.9).squareRoot() * own.normal()
          + (cluster % 2 == 1 ? 0.25 : 0)
      }
      return try AdjustedMeans(table, adjustment).effect(arm: 1, metric: 0).pValue() < 0.05
    }
  }

  /// Below fifty clusters the analysis takes CR3, which is wider than the test the plan has in mind.
  ///
  /// With g clusters of one size an arm the statistic is a noncentral t with 2(g − 1) degrees of freedom over
  /// the root of G/(G − 1)·(n − 1)/(n − 2)·g/(g − 1), compared with Student's t with G − 1: of 80 % promised
  /// 75 % are left with ten clusters an arm.
  @Test func fewClusters() throws {
    let (perArm, size) = (10.0, 10.0)
    let plan = try PowerAnalysis(
      .mean(0, standardDeviation: 1), allocation: Allocation(),
      clustering: Clustering(intraclassCorrelation: 0.1, meanSize: size))
    let effect = try plan.detectableEffect(control: perArm * size, power: 0.8)
    let (clusters, units) = (2 * perArm, 2 * perArm * size)
    let factor =
      clusters / (clusters - 1) * (units - 1) / (units - 2) * perArm / (perArm - 1)
    let critical = StudentT(uncheckedDegreesOfFreedom: clusters - 1).quantile(upperTail: 0.025)
    let exact = try NoncentralT(
      degreesOfFreedom: 2 * (perArm - 1),
      noncentrality: effect / (2 * (0.1 + 0.9 / size) / perArm).squareRoot()
    ).upperTail(critical * factor.squareRoot())
    let adjustment = Adjustment(metrics: [0])
    try Repeated.check("power with ten clusters an arm, 0.8 promised", nominal: exact) { draws in
      let table = UnitTable(clusters: [Int](repeating: Int(size), count: Int(clusters))) {
        cluster, index in
        var shared = draws.unit(cluster, arm: 7)
        var own = draws.unit(cluster * 64 + index, arm: cluster % 2)
        return Double(0.1).squareRoot() * shared.normal() + Double(0.9).squareRoot() * own.normal()
          + (cluster % 2 == 1 ? effect : 0)
      }
      return try AdjustedMeans(table, adjustment).effect(arm: 1, metric: 0).pValue() < 0.05
    }
    #expect(exact < 0.77)
  }

  /// Three arms against a control of √3 times their size; the power is each arm's own.
  @Test func manyArms() throws {
    let allocation = try Allocation.optimal(arms: 4)
    let plan = try PowerAnalysis(.mean(0, standardDeviation: 1), allocation: allocation)
    let control = try plan.controlUnits(effect: 0.4, power: 0.8).rounded(.up)
    let size = Int((control * allocation.ratio).rounded())
    try Repeated.check(
      "power with Dunnett's correction, \(control) and 3 × \(size)",
      nominal: plan.power(effect: 0.4, control: control), allowance: 0.01
    ) { draws in
      let moments = [Int(control), size, size, size].enumerated().map { arm, units in
        draws.moments(arm: arm, units: units) { $0.normal() + (arm == 1 ? 0.4 : 0) }
      }
      let effects = try moments.dropFirst().map { try Effect.difference($0, from: moments[0]) }
      let variances = moments.map { ($0.variance ?? 0) / Double($0.count) }
      return try Dunnett(
        controlVariance: variances[0], armVariances: Array(variances.dropFirst()),
        degreesOfFreedom: effects.map(\.degreesOfFreedom).min() ?? 1
      ).adjustedPValue(effects[0].statistic) < 0.05
    }
  }

  /// Five looks by either spending function; stopped at the first look beyond its bound.
  @Test func plannedLooks() throws {
    for (name, spending) in [
      ("O'Brien–Fleming", ErrorSpending.obrienFleming), ("Pocock", .pocock),
    ] {
      let looks = try PlannedLooks(count: 5, boundary: .spending(spending))
      let plan = try PowerAnalysis(
        .mean(0, standardDeviation: 1), allocation: Allocation(), looks: looks)
      let least = try plan.controlUnits(effect: 0.25, power: 0.8)
      let perLook = Int((least / 5).rounded(.up))
      // The plan counts findings on either side; it takes the variance for known at the looks.
      try Repeated.check(
        "power of five \(name) looks, 2 × \(5 * perLook)",
        nominal: plan.power(effect: 0.25, control: Double(5 * perLook)), allowance: 0.005
      ) { draws in
        var arms = [Moments(), Moments()]
        for (look, bound) in looks.design.bounds.enumerated() {
          for arm in 0..<2 {
            arms[arm] += draws.moments(arm: arm, units: perLook, from: look * perLook) {
              $0.normal() + (arm == 1 ? 0.25 : 0)
            }
          }
          if try Effect.difference(arms[1], from: arms[0]).statistic.magnitude >= bound {
            return true
          }
        }
        return false
      }
    }
  }
}
