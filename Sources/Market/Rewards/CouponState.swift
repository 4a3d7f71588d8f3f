/// Where somebody stands with one coupon.
enum CouponState: UInt8 {
  /// Not eligible yet.
  case outside
  /// Eligible, and will notice on a day that is in the coupon's calendar.
  case waiting
  /// Noticed and declined; still sees it.
  case declined
  /// Taken and live.
  case live
  /// Used up, ended, kept out, or never noticed.
  case over
}
