/// Who lives in which arm.
public enum ArmWorld: Sendable {
  /// The truth: everybody in one.
  case everybody(Int)
  /// The experiment.
  case split(Allotment)
}
