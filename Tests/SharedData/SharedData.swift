public import Foundation

/// Real data that lie beside the package and are not part of it.
public enum SharedData {
  /// The folder named by FLYWHEEL_SHARED, else `shared` next to the package.
  public static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["FLYWHEEL_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("shared")
  }

  /// The log of the CDNOW sample.
  public static var cdnow: URL { folder.appendingPathComponent("data/cdnow/transactions.csv") }

  /// Whether tests that need a file should run: where it is there, and in CI so that its absence fails.
  public static func expects(_ file: URL) -> Bool {
    FileManager.default.fileExists(atPath: file.path)
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }
}
