import Foundation

/// Writing with the system's own calls, which say why they could not.
enum DiskWriting {
  /// Writes all of it.
  ///
  /// - Returns: Whether it was; else `errno` says why not.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        // The largest piece that every system takes at once.
        let count = min(rest.count, 1 << 30)
        let written = unsafe Foundation.write(descriptor, rest.baseAddress, count)
        if written > 0 {
          done += written
        } else if written < 0, errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = unsafe poll(&ready, 1, -1)
        } else if written == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// Waits until what was written is on the disk.
  ///
  /// - Returns: Whether it is, or the file system has no such notion.
  static func settle(_ descriptor: Int32) -> Bool {
    while fsync(descriptor) != 0 {
      if errno == EINVAL || errno == ENOTSUP || errno == EROFS { return true }
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Makes names that were given or taken away in a folder last, as far as the file system can.
  static func settleFolder(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = settle(descriptor)
    close(descriptor)
  }
}
