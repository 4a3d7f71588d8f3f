import Foundation

/// The script that makes a million units and times what an analyst would pick instead of Flywheel.
struct ExperimentPeers {
  private let script = PeerScript(file: Surroundings.peers("peers_experiment.py"))
  /// Which of the packages that the peers need can be found; nil without Python.
  private let packages = PeerScript.packages(
    ["numpy", "pandas", "scipy", "polars", "tea_tasting", "statsmodels"])

  /// Where the script keeps the units: `BENCH_DATA`, else a folder of the system's temporary directory.
  static var table: URL {
    let folder =
      ProcessInfo.processInfo.environment["BENCH_DATA"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.temporaryDirectory.appendingPathComponent("flywheel-bench")
    return folder.appendingPathComponent("experiment.csv")
  }

  /// Has the units made unless they are there.
  ///
  /// - Returns: Why they are not there.
  func prepare() throws -> String? {
    if Surroundings.has(Self.table) { return nil }
    guard Surroundings.has(script.file) else {
      return "there is no \(script.file.path) (FLYWHEEL_SHARED)"
    }
    if let reason = missing(["numpy", "pandas"]) { return reason }
    _ = try script.words("make")
    return Surroundings.has(Self.table) ? nil : "\(script.file.path) did not make the units"
  }

  /// Why a task cannot be run.
  func missing(_ needs: [String]) -> String? {
    guard let packages else { return "there is no python3" }
    let absent = needs.filter { !packages.contains($0) }
    return absent.isEmpty ? nil : "not installed: \(absent.joined(separator: ", "))"
  }

  /// Median seconds of one task's runs in a process of its own, by the clock and of the processor.
  ///
  /// - Parameter task: Its name in the script.
  /// - Returns: The times, or nil where it fails.
  /// - Throws: Where what it prints is not JSON.
  func seconds(_ task: String) throws -> (median: Double, processor: Double)? {
    let times = try script.object("one", task)
    guard let median = times?["wall_median"] as? Double,
      let processor = times?["cpu_median"] as? Double
    else { return nil }
    return (median, processor)
  }
}
