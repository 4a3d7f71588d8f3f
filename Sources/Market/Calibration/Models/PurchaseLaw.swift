/// A model of purchases that a market can play, named as a command and a document name it.
public enum PurchaseLaw: String, Sendable, CaseIterable {
  case bgnbd = "bg-nbd"
  case paretoNBD = "pareto-nbd"

  /// As the literature calls it.
  public var name: String {
    switch self {
    case .bgnbd: "BG/NBD"
    case .paretoNBD: "Pareto/NBD"
    }
  }

  public var other: Self {
    switch self {
    case .bgnbd: .paretoNBD
    case .paretoNBD: .bgnbd
    }
  }
}
