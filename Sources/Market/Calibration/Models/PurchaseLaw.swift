/// A model of purchases that a market can play, named as a command and a document name it.
///
/// All have four parameters and describe the same data, so that their likelihoods compare as they are.
public enum PurchaseLaw: String, Sendable, CaseIterable {
  case bgnbd = "bg-nbd"
  case mbgnbd = "mbg-nbd"
  case paretoNBD = "pareto-nbd"

  /// As the literature calls it.
  public var name: String {
    switch self {
    case .bgnbd: "BG/NBD"
    case .mbgnbd: "MBG/NBD"
    case .paretoNBD: "Pareto/NBD"
    }
  }
}
