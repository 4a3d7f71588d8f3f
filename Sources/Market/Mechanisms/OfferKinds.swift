extension OfferKind {
  /// Every kind of offer there is; a new one is its file and its word here.
  package static let all: [OfferKind] = [.coupons]
}
