import Experiments

/// Columns of a switchback experiment: what switches between arms, and from when to when it does not.
public struct SwitchbackColumns: Sendable, Equatable {
  /// Names what switches, such as a city.
  public let place: String
  /// Names the window of time between two possible switches.
  public let window: String

  public init(place: String, window: String) {
    self.place = place
    self.window = window
  }

  /// Reads what a planner wrote: `city,hour`.
  ///
  /// - Throws: What is wrong with it.
  public init(_ text: String) throws(PlanProblem) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(
      MetricSpecification.trimmed)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[0] != parts[1] else {
      throw PlanProblem(
        "“\(text)” is not two columns such as city,hour: what switches between arms, and the window of"
          + " time", key: "switchback")
    }
    self.init(place: parts[0], window: parts[1])
  }
}
