import Market

/// A model of purchases that may be asked for.
enum FitModel: Equatable {
  case law(PurchaseLaw)
  /// BG/BB.
  case opportunities

  static let names = PurchaseLaw.allCases.map(\.rawValue) + ["bg-bb"]

  init?(_ name: String) {
    if name == "bg-bb" {
      self = .opportunities
    } else if let law = PurchaseLaw(rawValue: name) {
      self = .law(law)
    } else {
      return nil
    }
  }

  var law: PurchaseLaw? { if case .law(let law) = self { law } else { nil } }
}
