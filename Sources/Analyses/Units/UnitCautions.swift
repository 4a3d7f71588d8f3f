import Experiments
import Statistics

/// What the units themselves give reason to mind, before anything is estimated.
struct UnitCautions {
  private(set) var all: [Caution] = []

  init(_ experiment: Experiment) {
    let (plan, table) = (experiment.plan, experiment.table)
    for (place, name) in experiment.names.enumerated() where place >= table.arm.count {
      guard let share = plan.split[name], share > 0 else { continue }
      all.append(.emptyArm(name))
    }
    if let days = experiment.split.days, days.isUneven, let worst = days.worst {
      all.append(.unevenDay(worst.name, units: worst.units, pValue: worst.pValue))
    }
    all += Self.alike(table.arm.names).map { .alikeArms($0, $1) }
    let gaps = table.columnsWithMissing
    for metric in plan.metrics where metric.positions(in: table).contains(where: { gaps[$0] }) {
      missing(metric, table)
    }
    for (metric, moments) in zip(plan.metrics, experiment.moments) {
      if let moments { denominators(metric, moments, experiment) }
    }
    for covariate in plan.covariates {
      guard let column = table.position(of: covariate), gaps[column] else { continue }
      missing(covariate: covariate, column, table)
    }
    if !plan.covariates.isEmpty {
      let coefficients =
        1 + plan.covariates.count + max(0, (table.groups[.stratum]?.count ?? 1) - 1)
      // With fewer than that an arm is not adjusted at all, which is said of it.
      let arms = table.arm.names.indices.map { ($0, table.units(inArm: $0)) }
        .filter { plan.adjustment == .lin ? $0.1 > coefficients : $0.1 > 1 }
      // Five units a coefficient are what rules of thumb for regressions ask for at the least.
      if let (arm, units) = arms.min(by: { $0.1 < $1.1 }), units < 5 * coefficients {
        all.append(
          .manyCovariates(
            arm: experiment.names[arm], units: units, coefficients: coefficients))
      }
    }
    for (role, kind) in [(UnitTable.Role.stratum, Caution.GroupKind.stratum), (.segment, .segment)]
    where (table.groups[role]?.count ?? 2) == 1 {
      all.append(.oneGroup(kind))
    }
    if plan.stratum != nil, !experiment.isWithinDays, plan.segment != nil || plan.day != nil {
      all.append(.unweightedGroups)
    }
    if table.arm.count > 1, let cluster = table.groups[.cluster] {
      let (alone, shared) = Self.clusters(cluster, table.arm)
      if alone > 0, shared > 0 { all.append(.mixedClusters(alone: alone, shared: shared)) }
    }
  }

  /// A ratio's error by the delta method takes the denominator's mean to be nearly certain: below a tenth of it, as
  /// Cochran has it ("Sampling techniques", 3rd edition, 1977, 6.8).
  private mutating func denominators(
    _ metric: MetricSpecification, _ moments: MetricMoments, _ experiment: Experiment
  ) {
    guard case .ratio(_, let below) = moments.outcome else { return }
    for (arm, own) in moments.byArm.enumerated() {
      let denominator = own.moments(of: below)
      guard let error = denominator.standardError, error > 0.1 * denominator.mean.magnitude
      else { continue }
      all.append(
        .uncertainDenominator(
          metric: metric.name, arm: experiment.names[arm], mean: denominator.mean,
          standardError: error))
    }
  }

  /// Names that are the same but for capitals, wide letters and spaces.
  private static func alike(_ names: [String]) -> [(String, String)] {
    var first: [String: String] = [:]
    return names.compactMap { name in
      let folded = String(
        String.UnicodeScalarView(
          name.lowercased().unicodeScalars.compactMap { scalar in
            if scalar.properties.isWhitespace { return nil }
            guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
            return Unicode.Scalar(scalar.value - 0xFEE0)
          })
      ).lowercased()
      defer { first[folded] = first[folded] ?? name }
      return first[folded].map { ($0, name) }
    }
  }

  /// Missing values, or more of them in one arm than in another.
  private mutating func missing(_ metric: MetricSpecification, _ table: UnitTable) {
    let columns = metric.positions(in: table)
    var lacking = [Int](repeating: 0, count: table.arm.count)
    var units = lacking
    for row in 0..<table.units {
      let arm = Int(table.arm.codes[row])
      units[arm] += 1
      if columns.contains(where: { table.values[row, $0].isNaN }) { lacking[arm] += 1 }
    }
    let total = lacking.reduce(0, +)
    guard total > 0, table.units > 0 else { return }
    all.append(.missingValues(metric: metric.name, missing: total, units: table.units))
    let present = zip(units, lacking).map { $0 - $1 }
    // Pearson's test of the table of arms by whether there is a value.
    if let with = try? SampleRatio(counts: present, weights: units.map(Double.init)),
      let without = try? SampleRatio(counts: lacking, weights: units.map(Double.init)),
      ChiSquared(uncheckedDegreesOfFreedom: Double(units.count - 1))
        .upperTail(with.statistic + without.statistic) < SplitCheck.threshold
    {
      all.append(.unevenlyMissing(metric: metric.name))
    }
  }

  private mutating func missing(covariate: String, _ column: Int, _ table: UnitTable) {
    let lacking = (0..<table.units).count { table.values[$0, column].isNaN }
    guard lacking < table.units else { return }
    all.append(.missingCovariate(covariate, missing: lacking, units: table.units))
  }

  private static func clusters(_ cluster: Labels, _ arm: Labels) -> (alone: Int, shared: Int) {
    let owners = cluster.owners(among: arm)
    return (owners.count { $0 >= 0 }, owners.count { $0 == Labels.several })
  }
}
