/// Limits that Linux sets to groups of processes, as containers are.
enum ControlGroups {
  /// The least that the group of this process, or one around it, may hold.
  ///
  /// Both versions are looked at: `memory.max` of the second, `memory.limit_in_bytes` of the first. Within a container
  /// its own group stands at the top, whatever it is called outside.
  ///
  /// - Parameter read: The text of a file; `nil` where there is none.
  /// - Returns: Bytes; `nil` where no group is limited.
  static func limit(_ read: (String) -> String?) -> Double? {
    let lines = (read("/proc/self/cgroup") ?? "").split(separator: "\n")
    var files = [root + "/memory.max", root + "/memory/memory.limit_in_bytes"]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      if parts[0] == "0", parts[1].isEmpty {
        files += groups(around: parts[2]).map { "\(root)\($0)/memory.max" }
      } else if parts[1].split(separator: ",").contains("memory") {
        files += groups(around: parts[2]).map { "\(root)/memory\($0)/memory.limit_in_bytes" }
      }
    }
    // `max` is no number, and no limit.
    return files.compactMap(read).compactMap { Double($0.filter { !$0.isWhitespace }) }.min()
  }

  private static let root = "/sys/fs/cgroup"

  /// A group and those it lies in, but for the top.
  private static func groups(around path: Substring) -> [String] {
    let names = path.split(separator: "/")
    return names.indices.map { "/" + names[...$0].joined(separator: "/") }
  }
}
