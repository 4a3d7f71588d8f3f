/// What makes the simple market one that is played as a whole, day by day, while everybody does the same.
enum Coupling: String, CaseIterable {
  case none
  /// The product is revised every month, and by nothing.
  case product
  /// The coupon has a budget too large to be exhausted.
  ///
  /// Each claim is checked against it, and unlike a multiplier of everybody's intensity such a coupon is
  /// followed customer by customer.
  case budget
}
