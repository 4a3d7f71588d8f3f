import Experiments

extension AnalysisPlan {
  /// What cannot be together with a switchback.
  var switchbackProblems: [PlanProblem] {
    guard switchback != nil else {
      return burnIn == nil
        ? []
        : [
          PlanProblem(
            "rows to drop after a switch (burn-in) belong to a switchback, and no switchback is given",
            key: "burn-in")
        ]
    }
    var problems: [PlanProblem] = []
    func refuse(_ key: String, _ isGiven: Bool, _ reason: String) {
      guard isGiven else { return }
      problems.append(
        PlanProblem("\(key) cannot be together with switchback: \(reason)", key: key))
    }
    let groups = "a place during a window is the unit, and the places are the clusters"
    refuse("cluster", cluster != nil, groups)
    refuse("stratum", stratum != nil, "arms are compared within the windows already")
    refuse("day", day != nil, "its windows are the time")
    refuse("segment", segment != nil, "places and windows have effects of all their rows together")
    refuse("unit", unit != nil, groups)
    refuse("sequential", sequential != nil, "what comes later is more of the same places")
    refuse("looks", looks != nil, "there is one look, at the end")
    refuse("planned-units", plannedUnits != nil, "there is one look, at the end")
    refuse("se", standardError != nil, "errors are by place, or by window where all switch at once")
    refuse("adjust", adjustment == .cuped, "CUPED knows neither places nor windows; ancova does")
    refuse("estimand", estimand == .population, "its windows are those of the experiment")
    for metric in metrics where metric.isQuantile {
      refuse(
        "metric", true,
        "“\(metric.name)” is a quantile, and that of a place's mean is not that of its rows")
    }
    if let burnIn, !(0...1_000_000).contains(burnIn) {
      problems.append(
        PlanProblem(
          "rows to drop after a switch are a whole number from 0 to 1000000", key: "burn-in"))
    }
    return problems
  }
}
