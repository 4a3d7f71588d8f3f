import Foundation
import Market
import Planning
import Reports
import Takeaways
import Synchronization

/// Says on standard error how far a run has come: a bar on a terminal, now and then a line elsewhere.
final class RunProgress: Sendable {
  enum Kind {
    case bar, lines, silent

    init(isQuiet: Bool) {
      self = isQuiet ? .silent : Terminal.showsProgress ? .bar : .lines
    }
  }

  private struct State {
    var shown: ContinuousClock.Instant?
    var halfWidth: Double?
    var looked = 0
  }

  private let name: String
  private let scenario: Scenario
  private let kind: Kind
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  init(_ name: String, _ scenario: Scenario, _ kind: Kind) {
    self.name = name
    self.scenario = scenario
    self.kind = kind
  }

  func report(_ progress: Study.Progress) {
    showIfDue { state in
      if let width = progress.halfWidth {
        (state.halfWidth, state.looked) = (width, progress.replications)
      }
      let total = expectedTotal(state)
      let left =
        (ContinuousClock.now - started) / .seconds(1) / Double(progress.replications)
        * Double(max(0, total - progress.replications))
      return line(
        progress.replications, of: total, "replications", secondsLeft: left)
    }
  }

  /// Says how many of a known number of things have been done.
  func report(_ done: Int, of total: Int, _ things: String) {
    showIfDue { _ in
      let left =
        (ContinuousClock.now - started) / .seconds(1) / Double(max(1, done))
        * Double(max(0, total - done))
      return line(done, of: total, things, secondsLeft: left)
    }
  }

  /// Shows what is being done where no count of replications says it.
  func say(_ text: String) {
    showIfDue(always: kind == .bar) { _ in "\(name): \(text)" }
  }

  /// Clears the bar.
  func finish() {
    if kind == .bar { Terminal.redraw() }
  }

  /// Ten times a second on a terminal, every ten seconds elsewhere.
  private func showIfDue(always: Bool = false, _ text: (inout State) -> String) {
    guard kind != .silent else { return }
    let now = ContinuousClock.now
    let due: String? = state.withLock { state in
      let shown = text(&state)
      let isDue =
        kind == .bar
        ? state.shown.map { now - $0 >= .milliseconds(100) } ?? true
        : now - (state.shown ?? started) >= .seconds(10)
      guard isDue || always else { return nil }
      state.shown = now
      return shown
    }
    guard let due else { return }
    // A line that wrapped could not be cleared again.
    let width = Terminal.width(of: STDERR_FILENO) - 1
    if kind == .bar {
      Terminal.redraw(String(due.withControlsEscaped().prefix(width)))
    } else {
      Terminal.note("\(due)\n")
    }
  }

  /// Replications it will take: the error shrinks with the square root of their number.
  private func expectedTotal(_ state: State) -> Int {
    let rule = scenario.stopping
    guard let precision = rule.precision, scenario.plans.count > 1, let width = state.halfWidth
    else { return rule.minimum }
    let ratio = width / precision
    let needed = Double(state.looked) * max(1, ratio * ratio)
    return needed < Double(rule.maximum) ? Int(needed.rounded(.up)) : rule.maximum
  }

  private func line(_ played: Int, of total: Int, _ things: String, secondsLeft: Double) -> String {
    let done = min(1, Double(played) / Double(max(1, total)))
    let left = "\(played) of about \(total) \(things), \(Self.time(secondsLeft)) left"
    guard kind == .bar else { return "\(name): \(left)" }
    let width = 24
    let full = Int(done * Double(width))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    return "\(name) \(bar) \(left)"
  }

  static func time(_ seconds: Double) -> String {
    guard seconds >= 59.5 else { return "\(Int(max(1, seconds.rounded()))) s" }
    let minutes = Int((seconds / 60).rounded())
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
