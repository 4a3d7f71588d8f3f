import Analyses
import Experiments
import Statistics
import Takeaways

/// How alike the units of a cluster are, in a document.
struct ClusteringPart: Encodable {
  let metric: String
  /// Within arms: a cluster with units in two arms counts twice.
  let clusters: Int?
  let units: Int?
  let intraclassCorrelation: Double?
  let designEffect: Double?
  let reason: String?

  init(_ found: MetricClustering) {
    metric = found.metric
    clusters = found.likeness?.clusters
    units = found.likeness?.units
    intraclassCorrelation = found.likeness?.estimate
    designEffect = found.likeness?.designEffect
    reason = found.reason
  }
}

/// Effects by unit and by whole cluster, in a document.
struct InterferencePart: Encodable {
  struct Estimate: Encodable {
    let clusters: Int
    let estimate: Double?
    let standardError: Double?
  }

  let metric: String
  let arm: String
  let method: String
  let byUnit: Estimate
  let byCluster: Estimate
  let difference: Double?
  let standardError: Double?
  let low: Double?
  let high: Double?
  let pValue: Double?
  let adjustedPValue: Double?
  let found: Bool
  let reason: String?

  init(_ finding: InterferenceTest, confidence: Double) {
    metric = finding.metric
    arm = finding.arm
    method = finding.method
    let check = finding.check
    byUnit = Estimate(
      clusters: finding.clustersByUnit, estimate: check?.byUnit.estimate,
      standardError: check?.byUnit.standardError)
    byCluster = Estimate(
      clusters: finding.wholeClusters, estimate: check?.byCluster.estimate,
      standardError: check?.byCluster.standardError)
    let interval = check?.interference.interval(confidence: confidence)
    difference = check?.interference.estimate
    standardError = check?.interference.standardError
    low = finite(interval?.low)
    high = finite(interval?.high)
    pValue = check?.interference.pValue()
    adjustedPValue = finding.adjustedPValue
    found = finding.isFound
    reason = finding.reason
  }
}

extension MetricClustering {
  /// What a planner reads of it.
  ///
  /// Such as `revenue: units of a cluster are alike by 0.052 (intraclass correlation), design effect 1.9.`
  var sentence: String {
    guard let likeness else {
      return "\(metric): how alike units of a cluster are is not known: \(reason ?? "")."
    }
    guard likeness.estimate > 0 else {
      return
        "\(metric): units of a cluster are no more alike than others (the intraclass correlation comes out at"
        + " \(Decimals.significant(likeness.estimate, 2)), below 0 by chance): nothing shows that randomising clusters"
        + " as wholes costs anything."
    }
    return
      "\(metric): units of a cluster are alike by \(Decimals.significant(likeness.estimate, 2))"
      + " (intraclass correlation); randomising clusters as wholes makes variances"
      + " \(Decimals.significant(likeness.designEffect, 2)) times those of independent units"
      + " (design effect)."
  }
}

extension InterferenceTest {
  /// What a planner reads of it, whether or not the two effects differ.
  var sentence: String {
    let lead = "Interference, \(metric), \(quoted(arm)): "
    guard let check, let adjustedPValue else { return lead + "not estimable: \(reason ?? "")." }
    let (units, whole) = (
      Decimals.significant(check.byUnit.estimate, 3),
      Decimals.significant(check.byCluster.estimate, 3)
    )
    return lead
      + "effect \(whole) in \(Readable.count(wholeClusters)) clusters with one arm, \(units) in"
      + " \(Readable.count(clustersByUnit)) with several; for their being alike"
      + " \(Readable.pPhrase(adjustedPValue)) (Holm)."
  }
}

extension AnalysisTables {
  /// A row for each metric: how alike units of a cluster are.
  var clusters: Table {
    var table = Table(
      none,
      columns: [
        Column("metric"), Column("clusters within arms"), Column("units"),
        Column("intraclass correlation"),
        Column("design effect"), Column("not estimable"),
      ])
    for row in result.clustering {
      table.append([
        .text(row.metric), row.likeness.map { .count(Double($0.clusters)) } ?? .empty,
        row.likeness.map { .count(Double($0.units)) } ?? .empty,
        Self.significant(row.likeness?.estimate), Self.significant(row.likeness?.designEffect),
        .text(row.reason ?? ""),
      ])
    }
    return table
  }

  /// A row for each metric and arm: effects by unit and by whole cluster.
  var interference: Table {
    var table = Table(
      none,
      columns: [
        Column("metric"), Column("arm"), Column("clusters with several arms"),
        Column("effect there"), Column("standard error there"), Column("clusters with one arm"),
        Column("effect in these"), Column("standard error in these"), Column("difference"),
        Column("standard error"), Column("p"), Column("p adjusted by Holm"), Column("method"),
        Column("not estimable"),
      ])
    for row in result.interference {
      let (units, whole, gap) = (
        row.check?.byUnit, row.check?.byCluster, row.check?.interference
      )
      table.append([
        .text(row.metric), .text(row.arm), .count(Double(row.clustersByUnit)),
        Self.significant(units?.estimate), Self.significant(units?.standardError),
        .count(Double(row.wholeClusters)), Self.significant(whole?.estimate),
        Self.significant(whole?.standardError), Self.significant(gap?.estimate),
        Self.significant(gap?.standardError), Self.pValue(gap?.pValue()),
        Self.pValue(row.adjustedPValue), .text(row.method), .text(row.reason ?? ""),
      ])
    }
    return table
  }
}
