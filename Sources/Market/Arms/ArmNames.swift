import Documents

extension Scenario {
  /// Positions of the plans named, such as "today, deep cut"; a name may hold commas itself.
  ///
  /// - Throws: Where a name is no plan's, or a plan is named twice.
  public func arms(_ written: [String]) throws(ArmProblem) -> [Int] {
    var arms: [Int] = []
    for text in written {
      var pieces = text.split(separator: ",", omittingEmptySubsequences: false)[...]
      while !pieces.isEmpty {
        let (plan, used) = try plan(startingWith: pieces)
        guard !arms.contains(plan) else {
          throw ArmProblem(
            "“\(plans[plan].name)” is named twice; every rehearsal tests the first arm against"
              + " itself anyway.")
        }
        arms.append(plan)
        pieces = pieces.dropFirst(used)
      }
    }
    return arms
  }

  /// The plan with the longest name that the pieces begin with.
  private func plan(startingWith pieces: ArraySlice<Substring>) throws(ArmProblem) -> (
    plan: Int, used: Int
  ) {
    for used in stride(from: pieces.count, to: 0, by: -1) {
      let name = pieces.prefix(used).joined(separator: ",").withoutSpacesAround
      let plan = plans.firstIndex { $0.name.lowercased() == name.lowercased() }
      if let plan { return (plan, used) }
    }
    let names = plans.map(\.name)
    let first = pieces.prefix(1).joined().withoutSpacesAround
    let rest = pieces.joined(separator: ",").withoutSpacesAround
    let meant = nearest(to: rest, among: names) ?? nearest(to: first, among: names)
    throw ArmProblem(
      "There is no plan “\(first)”"
        + (meant.map { "; did you mean “\($0)”?" }
          ?? "; the plans are \(names.map { "“\($0)”" }.joined(separator: ", "))."))
  }
}

extension String {
  fileprivate var withoutSpacesAround: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
