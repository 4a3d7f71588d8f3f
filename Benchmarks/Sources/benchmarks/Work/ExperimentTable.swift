import Analyses
import Experiments

/// The peers' experiment as Flywheel reads it: `arm,cluster,m0…m3,x0…x3`.
enum ExperimentTable {
  static let metrics = ["m0", "m1", "m2", "m3"]
  static let covariates = ["x0", "x1", "x2", "x3"]

  /// Arms and clusters as groups, the rest as numbers.
  static func read(_ bytes: [UInt8], threads: Int) async throws -> UnitTable {
    try await read(
      bytes, threads,
      UnitColumns(
        arm: "arm", control: "0", numbers: numbers(metrics + covariates),
        groups: [.cluster: "cluster"]))
  }

  /// All columns as numbers, which is what the peers read.
  static func readNumbers(_ bytes: [UInt8], threads: Int) async throws -> UnitTable {
    try await read(
      bytes, threads,
      UnitColumns(arm: nil, numbers: numbers(["arm", "cluster"] + metrics + covariates)))
  }

  private static func numbers(_ names: [String]) -> [UnitColumns.Number] {
    names.map { UnitColumns.Number(name: $0, option: "--metric") }
  }

  private static func read(
    _ bytes: [UInt8], _ threads: Int, _ columns: UnitColumns
  ) async throws -> UnitTable {
    var reader = UnitReader(columns, expectedBytes: bytes.count)
    for first in stride(from: 0, to: bytes.count, by: 1 << 20) {
      try await reader.feed(bytes[first..<min(bytes.count, first + 1 << 20)], threads: threads)
    }
    return try reader.finish()
  }
}
