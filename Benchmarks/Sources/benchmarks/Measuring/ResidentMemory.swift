import Foundation

/// What of this process lies in memory, as Linux counts it.
enum ResidentMemory {
  /// Bytes now.
  static var now: Int? { read("VmRSS:") }
  /// Bytes at most so far.
  static var peak: Int? { read("VmHWM:") }

  private static func read(_ key: String) -> Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix(key) }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first
      .flatMap { Int($0) }.map { $0 * 1024 }
  }
}
