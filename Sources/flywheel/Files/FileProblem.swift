import Foundation

/// A file that could not be read or written.
struct FileProblem: Error, CustomStringConvertible {
  let path: String
  let reason: String

  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// What the system said last, such as “No space left on device”.
  init(path: String, couldNot what: String) {
    self.init(path: path, reason: "\(what): \(Self.systemReason())")
  }

  static func systemReason(_ number: Int32 = errno) -> String {
    unsafe String(cString: strerror(number))
  }

  var description: String { "\(path): \(reason)" }
}
