import Foundation
import Testing

@testable import flywheel

/// Runs that are killed whenever: the folder holds the old results or the new ones, wholly, and what somebody
/// else keeps there; the next run leaves nothing of the killed ones behind.
///
/// `FLYWHEEL_KILLS=1000 swift test --filter KilledRunTests` kills more of them.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct KilledRunTests {
  private let folder: TemporaryFolder
  private static let kills =
    ProcessInfo.processInfo.environment["FLYWHEEL_KILLS"].flatMap(Int.init) ?? 20

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Bakery.text, to: "bakery.yaml")
    try folder.write(FitCommandTests.log, to: "log.csv")
  }

  /// Fixed moments, whatever the machine does with them.
  private struct Moments {
    private var state: UInt64 = 20_260_301

    /// A share of a run's time, three times of four in the second half, where it writes.
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let share = Double(state >> 11) / Double(1 << 53)
      return share < 0.25 ? 2 * share : 0.5 + (share - 0.25) * 0.8
    }
  }

  private func finish(_ arguments: [String]) throws -> Duration {
    let started = ContinuousClock.now
    let process = try BuiltCommand.start(arguments, in: folder)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return ContinuousClock.now - started
  }

  private func kill(_ arguments: [String], after moment: Duration) throws {
    let process = try BuiltCommand.start(arguments, in: folder)
    Thread.sleep(forTimeInterval: moment / .seconds(1))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func run(_ seed: Int, to output: String = "out") -> [String] {
    [
      "run", "bakery.yaml", "--customers", "100", "--replications", "2", "--quiet", "--seed",
      "\(seed)", "--output", output,
    ]
  }

  /// The files alone, without the folder that somebody keeps there.
  private func results() throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try folder.names(in: "out") where name != "plots" && name != "notes.txt" {
      found[name] = try Data(contentsOf: folder.url.appending(path: "out/\(name)"))
    }
    return found
  }

  @Test func aFolderOfResults() throws {
    defer { folder.remove() }
    let sets = try [1, 2].map { seed in
      _ = try finish(run(seed, to: "set \(seed)"))
      return try folder.contents(of: "set \(seed)")
    }
    #expect(sets[0] != sets[1])
    let whole = try finish(run(1))
    try FileManager.default.createDirectory(
      atPath: folder.path("out/plots"), withIntermediateDirectories: true)
    for name in ["out/notes.txt", "out/plots/a.png"] { try folder.write("mine", to: name) }
    var moments = Moments()
    for kill in 0..<Self.kills {
      try self.kill(run(1 + kill % 2), after: whole * (1.1 * moments.next()))
      let found = try results()
      #expect(sets.contains(found), "kill \(kill): \(found.keys.sorted())")
      for name in ["out/notes.txt", "out/plots/a.png"] {
        #expect(FileManager.default.contents(atPath: folder.path(name)) == Data("mine".utf8))
      }
    }
    _ = try finish(run(2))
    #expect(try results() == sets[1])
    #expect(
      try folder.names()
        == ["bakery.yaml", "log.csv", "out", "set 1", "set 2", "stderr", "stdout"])
    #expect(try folder.names(in: "out/plots") == ["a.png"])
  }

  @Test func twoFilesOfAFit() throws {
    defer { folder.remove() }
    func fit(_ horizon: Int) -> [String] {
      [
        "fit", "log.csv", "--customer", "customer", "--date", "date", "--amount", "amount",
        "--currency", "EUR", "--output", "new.yaml", "--base", "base.csv", "--horizon",
        "\(horizon)", "--no-report",
      ]
    }
    func written() throws -> [Data] {
      try ["new.yaml", "base.csv"].map { try Data(contentsOf: folder.url.appending(path: $0)) }
    }
    var whole = Duration.zero
    let sets = try [26, 52].map { horizon in
      whole = try finish(fit(horizon))
      return try written()
    }
    var moments = Moments()
    for kill in 0..<Self.kills {
      try self.kill(fit([26, 52][kill % 2]), after: whole * (1.1 * moments.next()))
      // Each is whole; between the two, a moment is left that no file system closes.
      let found = try written()
      for place in 0..<2 { #expect(sets.contains { $0[place] == found[place] }, "kill \(kill)") }
    }
    _ = try finish(fit(52))
    #expect(try written() == sets[1])
    #expect(
      try folder.names()
        == ["bakery.yaml", "base.csv", "log.csv", "new.yaml", "stderr", "stdout"])
  }
}
