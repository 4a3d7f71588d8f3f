import Dispatch
import Foundation
import ExperimentReports
import Reports
import Takeaways
import Synchronization

/// The SHA-256 of a file, taken by another core while this one uses what was read.
final class DigestBeside: Sendable {
  private let digest = Mutex(SHA256())
  private let queue = DispatchQueue(label: "flywheel.digest")
  /// Pieces that may wait, so that a slow digest does not gather the whole file.
  private let room = DispatchSemaphore(value: 32)

  /// Takes the next piece.
  func update(_ piece: Data) {
    room.wait()
    queue.async {
      self.digest.withLock { $0.update(piece) }
      self.room.signal()
    }
  }

  /// Of all pieces, in lower-case hexadecimal.
  func hex() -> String { queue.sync { digest.withLock { $0.hex() } } }
}
