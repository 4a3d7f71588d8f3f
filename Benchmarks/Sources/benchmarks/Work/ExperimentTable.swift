import Experiments
import Foundation

/// The peers' experiment as Flywheel reads it: `arm,cluster,m0…m3,x0…x3`.
enum ExperimentTable {
  static let metrics = ["m0", "m1", "m2", "m3"]
  static let covariates = ["x0", "x1", "x2", "x3"]

  static func read(_ file: URL) throws -> UnitTable {
    try read([UInt8](try Data(contentsOf: file)))
  }

  /// Arms and clusters as groups, the rest as numbers.
  static func read(_ bytes: [UInt8]) throws -> UnitTable {
    try read(
      bytes,
      UnitColumns(
        arm: "arm", control: "0", numbers: numbers(metrics + covariates),
        groups: [.cluster: "cluster"]))
  }

  /// All columns as numbers, which is what the peers read.
  static func readNumbers(_ bytes: [UInt8]) throws -> UnitTable {
    try read(
      bytes, UnitColumns(arm: nil, numbers: numbers(["arm", "cluster"] + metrics + covariates)))
  }

  private static func numbers(_ names: [String]) -> [UnitColumns.Number] {
    names.map { UnitColumns.Number(name: $0, option: "--metric") }
  }

  private static func read(_ bytes: [UInt8], _ columns: UnitColumns) throws -> UnitTable {
    var reader = UnitReader(columns, expectedBytes: bytes.count)
    for first in stride(from: 0, to: bytes.count, by: 1 << 20) {
      try reader.feed(bytes[first..<min(bytes.count, first + 1 << 20)])
    }
    return try reader.finish()
  }
}
