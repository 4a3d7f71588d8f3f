import Experiments
import Foundation

/// The peers' experiment as Flywheel reads it: `arm,cluster,m0…m3,x0…x3`.
enum ExperimentTable {
  static let metrics = ["m0", "m1", "m2", "m3"]
  static let covariates = ["x0", "x1", "x2", "x3"]

  static func read(_ file: URL) throws -> UnitTable {
    try read([UInt8](try Data(contentsOf: file)))
  }

  static func read(_ bytes: [UInt8]) throws -> UnitTable {
    let numbers = (metrics + covariates).map {
      UnitColumns.Number(name: $0, option: "--metric")
    }
    var reader = UnitReader(
      UnitColumns(arm: "arm", control: "0", numbers: numbers, groups: [.cluster: "cluster"]),
      expectedBytes: bytes.count)
    for first in stride(from: 0, to: bytes.count, by: 1 << 20) {
      try reader.feed(bytes[first..<min(bytes.count, first + 1 << 20)])
    }
    return try reader.finish()
  }
}
