import SharedData
import Testing

extension Trait where Self == ConditionTrait {
  /// Without optimization a whole story takes many minutes.
  static var releaseOnly: Self {
    .enabled(if: isOptimisedBuild, "whole stories: make stories plays them in release")
  }
}
