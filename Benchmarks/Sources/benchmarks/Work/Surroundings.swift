import Foundation

/// Files beside this package that the measurements use.
enum Surroundings {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static var everyMechanism: URL {
    project.appendingPathComponent("Benchmarks/every-mechanism.yaml")
  }
  static var restaurant: URL { project.appendingPathComponent("Benchmarks/second-visit.yaml") }

  /// The folder named by FLYWHEEL_SHARED, else `shared` next to the project.
  private static var shared: URL {
    ProcessInfo.processInfo.environment["FLYWHEEL_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? project.deletingLastPathComponent().appendingPathComponent("shared")
  }

  /// The log of the CDNOW sample.
  static var cdnow: URL { shared.appendingPathComponent("data/cdnow/transactions.csv") }

  /// A script that times other programs.
  static func peers(_ name: String) -> URL { shared.appendingPathComponent("bench/\(name)") }

  static func has(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}
