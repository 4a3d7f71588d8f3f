/// Whether tests are optimised: without it what plays millions of draws takes minutes.
public let isOptimisedBuild: Bool = {
  #if DEBUG
    false
  #else
    true
  #endif
}()
