import Foundation
import Reports

/// What the process knows about the terminal it writes to, if it does.
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

  /// Writes to standard error.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
