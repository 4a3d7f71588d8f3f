extension Cell {
  /// A p-value to six digits however small it is.
  static func probability(_ p: Double?) -> Cell {
    guard let p, p.isFinite else { return .empty }
    return .text(Decimals.scientific(p, 6))
  }
}
