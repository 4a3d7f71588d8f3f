import SharedData
import Testing

extension Trait where Self == ConditionTrait {
  /// Without optimization the millions of draws behind a calibration test take minutes.
  static var releaseOnly: Self {
    .enabled(if: isOptimisedBuild, "millions of draws: make calibrate runs them in release")
  }
}
