import Dispatch
import Foundation
import Synchronization

/// What happens on Ctrl-C or a request to end: the first stops the work in order, the second at once.
struct Interruption {
  private let sources: [any DispatchSourceSignal]
  private let requests = Requests()

  /// The status to end with, as shells count an end by the signal that asked for it first.
  var status: Int32 { Self.status(of: requests.first ?? SIGINT) }

  /// 130 after Ctrl-C, 143 after a request to end: whoever waits for the command tells them apart.
  private static func status(of signal: Int32) -> Int32 { 128 + signal }

  /// Calls `stop` once, from another thread, when the process is asked to end.
  init(_ stop: @escaping @Sendable () -> Void) {
    let requests = requests
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if requests.isFirst(number) { stop() } else { _exit(Self.status(of: number)) }
      }
      source.resume()
      return source
    }
  }

  /// From now on nothing comes between: results are being put in their place.
  func close() {
    for source in sources { source.cancel() }
  }
}

/// Which signal asked first.
private final class Requests: Sendable {
  private let asked = Mutex<Int32?>(nil)

  var first: Int32? { asked.withLock(\.self) }

  func isFirst(_ signal: Int32) -> Bool {
    asked.withLock { asked in
      defer { asked = asked ?? signal }
      return asked == nil
    }
  }
}
