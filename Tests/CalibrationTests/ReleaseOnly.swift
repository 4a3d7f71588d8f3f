import Testing

#if DEBUG
  private let isRelease = false
#else
  private let isRelease = true
#endif

extension Trait where Self == ConditionTrait {
  /// Without optimization the millions of draws behind a calibration test take minutes.
  static var releaseOnly: Self {
    .enabled(if: isRelease, "millions of draws: make calibrate runs them in release")
  }
}
