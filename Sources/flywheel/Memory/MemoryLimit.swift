import Foundation

/// How much memory is left for a market, and what leaves no more.
struct MemoryLimit: Equatable {
  let bytes: Double
  /// To be followed by a figure, such as `this machine has`.
  let words: String

  /// The narrowest that there is: of the machine, of this process, of the group it belongs to.
  static var narrowest: MemoryLimit {
    let held = HeldMemory()
    let machine = MemoryLimit(
      bytes: Double(ProcessInfo.processInfo.physicalMemory) - held.resident,
      words: "this machine has")
    let group = ControlGroups.limit { try? String(contentsOfFile: $0, encoding: .utf8) }
      .map { MemoryLimit(bytes: $0 - held.resident, words: "the container it runs in has") }
    let space = addressSpace.map {
      MemoryLimit(bytes: $0 - held.mapped, words: "the limit on this process (`ulimit -v`) leaves")
    }
    return [group, space].compactMap(\.self).reduce(machine) { $1.bytes < $0.bytes ? $1 : $0 }
  }

  /// Bytes this process may map; `nil` where nothing limits them.
  private static var addressSpace: Double? {
    var limit = rlimit()
    #if canImport(Glibc)
      let failed = unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) != 0
    #else
      let failed = unsafe getrlimit(RLIMIT_AS, &limit) != 0
    #endif
    // What is no limit is written as the largest number, signed or not.
    guard !failed, limit.rlim_cur < UInt64(Int64.max) else { return nil }
    return Double(limit.rlim_cur)
  }
}

/// What this process holds already; zero where the system does not say.
struct HeldMemory: Equatable {
  var mapped = 0.0
  var resident = 0.0

  init(_ pages: String? = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) {
    let counts = (pages ?? "").split(separator: " ").prefix(2).compactMap { Double($0) }
    guard counts.count == 2 else { return }
    let page = Double(sysconf(Int32(_SC_PAGESIZE)))
    (mapped, resident) = (counts[0] * page, counts[1] * page)
  }
}
