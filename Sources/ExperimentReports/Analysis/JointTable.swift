import Analyses
import Experiments
import Takeaways

extension AnalysisTables {
  /// A row for each arm: whether it differs from the control in any mean.
  var joint: Table {
    var table = Table(
      none,
      columns: [
        Column("arm"), Column("metrics"), Column("units"), Column("T²"), Column("F"),
        Column("numerator degrees of freedom"), Column("denominator degrees of freedom"),
        Column("p"), Column("not estimable"),
      ])
    for row in result.joint {
      table.append([
        .text(row.arm), .text(row.metrics.joined(separator: ", ")), .count(Double(row.units)),
        Self.significant(row.test?.statistic), Self.significant(row.test?.f),
        row.test.map { .count(Double($0.numeratorDegreesOfFreedom)) } ?? .empty,
        row.test.map { .count(Double($0.denominatorDegreesOfFreedom)) } ?? .empty,
        Self.pValue(row.test?.pValue), .text(row.reason ?? ""),
      ])
    }
    return table
  }
}

/// The same in a document.
struct JointPart: Encodable {
  let arm: String
  let metrics: [String]
  let units: Int
  let statistic: Double?
  let f: Double?
  let numeratorDegreesOfFreedom: Int?
  let denominatorDegreesOfFreedom: Int?
  let pValue: Double?
  let reason: String?

  init(_ joint: JointTest) {
    arm = joint.arm
    metrics = joint.metrics
    units = joint.units
    statistic = joint.test?.statistic
    f = joint.test?.f
    numeratorDegreesOfFreedom = joint.test?.numeratorDegreesOfFreedom
    denominatorDegreesOfFreedom = joint.test?.denominatorDegreesOfFreedom
    pValue = joint.test?.pValue
    reason = joint.reason
  }
}
