import Dispatch
import Foundation
import Synchronization

/// What happens on Ctrl-C or a request to end: the first stops the work in order, the second at once.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// As shells count an end by SIGINT.
  static let status: Int32 = 130

  /// Calls `stop` once, from another thread, when the process is asked to end.
  init(_ stop: @escaping @Sendable () -> Void) {
    let requests = Requests()
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if requests.next() == 1 { stop() } else { _exit(Self.status) }
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

private final class Requests: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
