import Foundation
import Testing

@testable import flywheel

/// What leaves a process no more memory: machine, `ulimit -v`, control groups of either version.
@Suite struct MemoryLimitTests {
  private func limit(_ files: [String: String]) -> Double? { ControlGroups.limit { files[$0] } }

  @Test(
    arguments: [
      // The second version: its own group, one around it, or the top as a container sees it.
      (["/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/memory.max": "2000000000\n"], 2e9),
      (
        [
          "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/memory.max": "max\n",
          "/sys/fs/cgroup/a/memory.max": "1000000000\n",
        ], 1e9
      ),
      (["/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/memory.max": "3000000000\n"], 3e9),
      (
        [
          "/proc/self/cgroup": "0::/a:b c\n", "/sys/fs/cgroup/a:b c/memory.max": "5000\n",
          "/sys/fs/cgroup/memory.max": "9000\n",
        ], 5_000
      ),
      // The first, alone or with others in one line.
      (
        [
          "/proc/self/cgroup": "5:devices:/x\n4:memory:/docker/1\n0::/\n",
          "/sys/fs/cgroup/memory/docker/1/memory.limit_in_bytes": "4000000000\n",
        ], 4e9
      ),
      (
        [
          "/proc/self/cgroup": "4:cpu,memory:/docker\n",
          "/sys/fs/cgroup/memory/memory.limit_in_bytes": "6000000000\n",
        ], 6e9
      ),
      (["/proc/self/cgroup": "0::/a\n", "/sys/fs/cgroup/a/memory.max": "max\n"], nil),
      (["/proc/self/cgroup": "nonsense\n:::\n"], nil), ([:], nil),
    ] as [([String: String], Double?)])
  func ofControlGroups(_ files: [String: String], _ bytes: Double?) {
    #expect(limit(files) == bytes)
  }

  @Test(arguments: ["", "x y", "12"]) func whatIsHeldMayBeUnknown(_ text: String) {
    #expect(HeldMemory(text).mapped == 0 && HeldMemory(text).resident == 0)
  }

  @Test func whatIsHeldIsKnown() {
    let held = HeldMemory("300 200 100 1 0 50 0\n")
    #expect(held.resident > 0 && abs(held.mapped - 1.5 * held.resident) < 1)
  }

  @Test func itIsNoMoreThanTheMachineHas() {
    let limit = MemoryLimit.narrowest
    #expect(limit.bytes < Double(ProcessInfo.processInfo.physicalMemory))
    #expect(!limit.words.isEmpty)
  }

  /// Under `ulimit -v` a market that does not fit is refused in words, and one that fits is played.
  @Test(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
  func ofAddressSpace() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let coupled = try Bakery.text.replacing("people: 5000", with: "people: 5000000")
    try folder.write(coupled, to: "large.yaml")
    try folder.write(Bakery.text, to: "bakery.yaml")
    let command = try #require(BuiltCommand.url?.path)
    for (file, isRefused) in [("large.yaml", true), ("bakery.yaml", false)] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.currentDirectoryURL = folder.url
      process.arguments = [
        "-c",
        "ulimit -v 2000000 && exec '\(command)' run \(file) --replications 2 --threads 1 --quiet",
      ]
      let errors = Pipe()
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      let said = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let text = String(decoding: said, as: UTF8.self).replacing("\n", with: " ")
        .split(separator: " ").joined(separator: " ")
      #expect(process.terminationStatus == (isRefused ? 65 : 0), "\(text)")
      #expect(text.contains("the limit on this process (`ulimit -v`) leaves") == isRefused)
    }
  }
}
