import Foundation
import Reports
import Takeaways

/// Says on standard error how far the reading of a large log has come.
struct ReadingProgress {
  private let name: String
  private let size: Int?
  private let isBar = Terminal.showsProgress
  private let started = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private var read = 0

  /// - Parameters:
  ///   - path: The log.
  ///   - size: Its bytes, if known.
  init(_ path: String, size: Int?) {
    name = URL(fileURLWithPath: path).lastPathComponent
    self.size = size
  }

  /// Counts bytes; from the second second on five times a second on a terminal, else every ten seconds.
  mutating func report(_ bytes: Int) {
    read += bytes
    let now = ContinuousClock.now
    let isDue =
      isBar
      ? now - started > .seconds(1) && shown.map { now - $0 > .milliseconds(200) } ?? true
      : now - (shown ?? started) > .seconds(10)
    guard isDue else { return }
    shown = now
    if isBar { Terminal.redraw(line(now)) } else { Terminal.note("\(line(now))\n") }
  }

  /// Clears the line.
  func finish() {
    if isBar, shown != nil { Terminal.redraw() }
  }

  private func line(_ now: ContinuousClock.Instant) -> String {
    let megabytes = Readable.number(Double(read) / 1e6, decimals: 0)
    guard let size, size > 0, read > 0 else { return "\(name): \(megabytes) MB read" }
    let done = min(1, Double(read) / Double(size))
    let left = (now - started) / .seconds(1) * (1 - done) / done
    return "\(name): \(Readable.share(done, decimals: 0)) read, \(RunProgress.time(left)) left"
  }
}
