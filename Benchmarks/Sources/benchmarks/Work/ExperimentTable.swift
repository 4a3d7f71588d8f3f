import Experiments
import Foundation
import Statistics

/// The peers' experiment as Flywheel holds it: `arm,cluster,m0…m3,x0…x3`, numbers all of them.
enum ExperimentTable {
  static let metrics = ["m0", "m1", "m2", "m3"]

  /// What is wrong with the file.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  static func read(_ file: URL) throws -> UnitTable {
    var reader = CSVReader()
    reader.feed([UInt8](try Data(contentsOf: file)))
    reader.finish()
    guard try reader.next() else { throw Unreadable(description: "\(file.path) is empty") }
    let names = (0..<reader.fieldCount).map { place in
      reader.withField(place) { span in
        String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
      }
    }
    guard names.first == "arm", names.dropFirst().first == "cluster" else {
      throw Unreadable(description: "\(file.path) does not begin with arm,cluster")
    }
    var (arms, clusters, values): ([Int32], [Int32], [Double]) = ([], [], [])
    while try reader.next() {
      arms.append(Int32(reader.withField(0, number)))
      clusters.append(Int32(reader.withField(1, number)))
      for place in 2..<names.count { values.append(reader.withField(place, number)) }
    }
    return UnitTable(
      columns: Array(names.dropFirst(2)),
      values: Matrix(rows: arms.count, columns: names.count - 2, elements: values),
      arm: labels(arms), groups: [.cluster: labels(clusters)])
  }

  private static func labels(_ codes: [Int32]) -> Labels {
    Labels(names: (0...(codes.max() ?? 0)).map(String.init), codes: codes)
  }

  /// A number without sign and exponent, of few enough digits to be exact.
  private static func number(_ text: Span<UInt8>) -> Double {
    var (digits, divisor, isFraction) = (0, 1.0, false)
    for place in text.indices {
      let byte = text[place]
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        digits = digits * 10 + Int(byte) - 48
        if isFraction { divisor *= 10 }
      }
    }
    return Double(digits) / divisor
  }
}
