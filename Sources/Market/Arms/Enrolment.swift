/// From when on somebody is in an experiment.
public enum Enrolment: String, Sendable, CaseIterable {
  /// From the day on which they can first meet what differs between the arms; others are not in it.
  ///
  /// Until then nobody can tell the arms apart, so that the same people come in whatever their arm.
  case exposed
  /// Everybody in the market, from the first day on.
  case start
}
