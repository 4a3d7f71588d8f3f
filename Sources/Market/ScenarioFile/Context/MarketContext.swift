import Documents

/// What values of a scenario may depend on besides its currency and days.
extension Context {
  private enum SegmentNames: ContextKey { static let initial: [String] = [] }
  private enum RankedBy: ContextKey { static let initial = Objective.profit }
  private enum StandsFor: ContextKey { static let initial = 1 }
  private enum SimulatedLimit: ContextKey { static let initial: Int? = nil }

  /// Names of the segments, in their order.
  var segments: [String] {
    get { self[SegmentNames.self] }
    set { self[SegmentNames.self] = newValue }
  }

  var objective: Objective {
    get { self[RankedBy.self] }
    set { self[RankedBy.self] = newValue }
  }

  /// People each simulated customer stands for.
  var standsFor: Int {
    get { self[StandsFor.self] }
    set { self[StandsFor.self] = newValue }
  }

  /// At most this many people are to be simulated, whatever the file says.
  var simulated: Int? {
    get { self[SimulatedLimit.self] }
    set { self[SimulatedLimit.self] = newValue }
  }

  /// What to do where nobody can stand for several people, but somebody does.
  var oneByOne: String {
    simulated == nil
      ? "Leave out `stands for`."
      : "Play it without the option `--customers`, which lets each person stand for several."
  }
}
