import Foundation

/// Waits for other commands of ours that are putting results into one folder, so that they do it one by one.
struct FolderTurn {
  private let descriptor: Int32

  /// Longer than any of them takes; whoever else holds a lock there is not waited for.
  private static let patience = 200

  init(_ folder: String) {
    descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK, waited < Self.patience {
      usleep(50_000)
      waited += 1
    }
  }

  func end() { if descriptor >= 0 { close(descriptor) } }
}
