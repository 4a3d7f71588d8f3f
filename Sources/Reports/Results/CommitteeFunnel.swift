import Market
import Planning

/// How far committees get under a plan, one value a replication: whoever was asked, then role by role.
struct CommitteeFunnel {
  let name: String
  let stages: [(name: String, counts: [Double])]

  /// One for each segment in which a committee decides under the plan.
  static func all(_ result: RunResult, plan place: Int) -> [CommitteeFunnel] {
    let scenario = result.scenario
    let plan = result.comparison.summary.plans[place]
    let segments = scenario.segmentsWithCommittee
    let standsFor = Double(scenario.market.standsFor)
    return segments.compactMap { segment in
      guard let committee = scenario.committee(of: segment, under: scenario.plans[place]) else {
        return nil
      }
      func counts(_ what: CommitteeCount, _ role: Int) -> [Double] {
        plan.committees.map { Double($0[what, role: role, segment: segment]) * standsFor }
      }
      let roles = committee.roles.enumerated().flatMap { place, role in
        [
          ("meetings with \(role.name)", counts(.met, place)),
          ("approved by \(role.name)", counts(.approved, place)),
        ]
      }
      let published = plan.committees.map { Double($0.cases[segment]) * standsFor }
      return CommitteeFunnel(
        name: segments.count == 1
          ? "committee" : "committee of \(scenario.market.segments[segment].name)",
        stages: [("committees asked", counts(.asked, 0))] + roles
          + (committee.cases.agree > 0 ? [("cases published", published)] : []))
    }
  }
}
