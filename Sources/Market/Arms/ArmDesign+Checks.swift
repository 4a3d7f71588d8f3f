/// What plans may not differ in to be the arms of one market.
extension ArmDesign {
  static func check(_ arm: Plan, _ control: Plan) throws(ArmProblem) {
    try checkChannels(of: arm, control)
    try checkOperations(of: arm, control)
    try checkServing(of: arm, control)
  }

  private static func checkOperations(of arm: Plan, _ control: Plan) throws(ArmProblem) {
    guard arm.operations != control.operations else { return }
    throw ArmProblem(
      "“\(control.name)” and “\(arm.name)” serve people differently (product, prices, costs or how people"
        + " are served), and all the people of one market are served alike: such plans can be compared by"
        + " `flywheel run`, not tested against each other at one place and time.", .scenario)
  }

  /// Nobody can be served by an arm's alone what serves whoever comes.
  private static func checkServing(of arm: Plan, _ control: Plan) throws(ArmProblem) {
    let (one, other) = (control.serving, arm.serving)
    guard one != other else { return }
    let differing =
      one.filter { !other.contains($0) } + other.filter { !one.contains($0) }
    // Where only their order differs, all of them.
    let named = (differing.isEmpty ? one : differing).reduce(into: [String]()) { names, offer in
      let name = "“\(offer.name)” under `\(type(of: offer.terms).kind)`"
      if !names.contains(name) { names.append(name) }
    }
    throw ArmProblem(
      "“\(control.name)” and “\(arm.name)” differ in \(named.joined(separator: " and ")), which serves all"
        + " the people of a market alike: such plans can be compared by `flywheel run`, not tested against"
        + " each other at one place and time. To test what else differs, give both plans the same.",
      .scenario)
  }

  private static func checkChannels(of arm: Plan, _ control: Plan) throws(ArmProblem) {
    guard arm.channels.map(\.name) == control.channels.map(\.name) else {
      throw ArmProblem(
        "“\(control.name)” and “\(arm.name)” have different channels: list the same in both, one that"
          + " is not used with a budget of 0.", .scenario)
    }
    for (one, other) in zip(arm.channels, control.channels)
    where one.terms.commission != other.terms.commission || one.terms.leads != other.terms.leads {
      throw ArmProblem(
        "“\(control.name)” and “\(arm.name)” differ in what “\(one.name)” takes of orders, or in how many of its"
          + " contacts are trials, and the arms of a test share such terms.", .scenario)
    }
    for (one, other) in zip(arm.channels, control.channels)
    where one.easing != other.easing || one.easesRoles != other.easesRoles
      || one.easesRolesFor != other.easesRolesFor
    {
      throw ArmProblem(
        "“\(control.name)” and “\(arm.name)” differ in what a contact of “\(one.name)” makes easier, and the"
          + " arms of a test share such terms. Give the channel the same in both.", .scenario)
    }
    for (one, other) in zip(arm.channels, control.channels)
    where Set(one.audience) != Set(other.audience) {
      throw ArmProblem(
        "“\(control.name)” and “\(arm.name)” reach different segments with “\(one.name)”: the arms of"
          + " a test share their people. Give the channel the same audience in both.", .scenario)
    }
  }
}

extension Plan {
  /// What serves all people of a market alike.
  fileprivate var serving: [Offer] { offers.filter { type(of: $0.terms).servesEverybody } }
}
