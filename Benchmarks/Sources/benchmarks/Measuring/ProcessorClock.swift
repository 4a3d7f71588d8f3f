import Foundation

/// Time the processors spent on this process, all its threads together.
///
/// Where other work waits for the same cores it stays near what a free core would take.
enum ProcessorClock {
  static var seconds: Double {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return .nan }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
