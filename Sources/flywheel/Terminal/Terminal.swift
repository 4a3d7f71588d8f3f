import ArgumentParser
import Foundation
import Reports
import Takeaways

/// What the process knows about the terminal it writes to, if it does; all that it says goes out here.
enum Terminal {
  /// Colours only where a person looks, and not where they said no (https://no-color.org).
  static var style: Style {
    let environment = ProcessInfo.processInfo.environment
    let refuses = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return isatty(STDOUT_FILENO) != 0 && !refuses ? .coloured : .plain
  }

  static var showsProgress: Bool {
    isatty(STDERR_FILENO) != 0 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Columns of what is written to: those of the terminal, at most 100.
  static func width(of descriptor: Int32 = STDOUT_FILENO) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 100
    }
    return min(100, max(40, Int(size.ws_col)))
  }

  /// Has the process end by what it says rather than by a signal when nobody reads its answer, and keeps the
  /// numbers of closed standard streams from going to files it opens.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(stream, F_GETFD) < 0, errno == EBADF else { continue }
      // The lowest free number is taken. Opened the wrong way round, reading and answering still fail.
      _ = unsafe open("/dev/null", stream == STDOUT_FILENO ? O_RDONLY : O_WRONLY)
    }
    _ = FileStatus.mask
  }

  /// Writes an answer to standard output.
  ///
  /// - Throws: The status to end with where it cannot be written; why has been said then.
  static func answer(_ text: String, terminator: String = "\n") throws(ExitCode) {
    let shown = (text + terminator).withControlsEscaped(exceptStyles: style == .coloured)
    guard !DiskWriting.write(Array(shown.utf8), to: STDOUT_FILENO) else { return }
    throw unanswered()
  }

  /// Ends the answer; what the system had kept back may still fail.
  static func endAnswer() throws(ExitCode) {
    guard close(dup(STDOUT_FILENO)) != 0, errno == ENOSPC || errno == EIO || errno == EDQUOT
    else { return }
    throw unanswered()
  }

  private static func unanswered() -> ExitCode {
    let reason =
      switch errno {
      case EPIPE: "whoever was to read it has stopped reading."
      case EBADF: "standard output is closed."
      default: "\(FileProblem.systemReason())."
      }
    note("The answer could not be written: \(reason)\n")
    return .failure
  }

  /// Writes to standard error.
  static func note(_ text: String) { send(text.withControlsEscaped()) }

  /// Puts a line in the place of the last one, on a terminal.
  static func redraw(_ line: String = "") {
    send("\r\u{1B}[2K" + line.withControlsEscaped())
  }

  /// There is nobody to tell where standard error cannot be written to.
  private static func send(_ text: String) {
    _ = DiskWriting.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
