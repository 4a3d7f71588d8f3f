/// What each choice costs on average if it is the worse one, in the effect's unit.
public struct ExpectedLoss: Sendable, Equatable {
  /// Of choosing the arm: E[max(−δ, 0)] where more is better.
  public let ofArm: Double
  /// Of staying with the control: E[max(δ, 0)].
  public let ofControl: Double

  public init(ofArm: Double, ofControl: Double) {
    self.ofArm = ofArm
    self.ofControl = ofControl
  }
}
