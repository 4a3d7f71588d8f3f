import Foundation
import SharedData
import Testing

/// The founders' reference figures, which are kept beside the project and are no part of it.
enum Golden {
  static var folder: URL { SharedData.folder.appending(path: "golden") }

  /// Whether tests that need them run: in continuous integration always, so that none is skipped silently.
  static var isExpected: Bool { SharedData.expects(folder) }

  /// One of the JSON files, such as "users42".
  static func json(_ name: String) throws -> GoldenLeaf {
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return GoldenLeaf(path: name, value: try JSONSerialization.jsonObject(with: data))
  }

  /// One of the tables in `data/`: its columns of text by name.
  static func table(_ name: String) throws -> [String: [String]] {
    let text = try String(contentsOf: folder.appending(path: "data/\(name).csv"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(rows.first)
    var columns: [String: [String]] = [:]
    for (place, column) in header.enumerated() {
      columns[column] = rows.dropFirst().map { $0[place] }
    }
    return columns
  }
}

/// A place in one of the JSON files.
struct GoldenLeaf {
  let path: String
  let value: Any

  subscript(key: String) -> GoldenLeaf {
    get throws {
      let next = try #require((value as? [String: Any])?[key], "no \(key) in \(path)")
      return GoldenLeaf(path: "\(path).\(key)", value: next)
    }
  }

  subscript(place: Int) -> GoldenLeaf {
    get throws {
      let list = try #require(value as? [Any], "\(path) is no list")
      return GoldenLeaf(path: "\(path)[\(place)]", value: list[place])
    }
  }

  /// All entries of a list.
  var list: [GoldenLeaf] {
    get throws {
      let list = try #require(value as? [Any], "\(path) is no list")
      return list.enumerated().map { GoldenLeaf(path: "\(path)[\($0.offset)]", value: $0.element) }
    }
  }

  /// All keys of an object, in alphabetical order.
  var keys: [String] {
    get throws { try #require(value as? [String: Any], "\(path) is no object").keys.sorted() }
  }

  /// A number; "inf" and "nan" are written as text.
  var number: Double {
    get throws {
      if let number = value as? NSNumber { return number.doubleValue }
      return try #require((value as? String).flatMap { Double($0) }, "\(path) is no number")
    }
  }

  var numbers: [Double] { get throws { try list.map { try $0.number } } }
}

/// Whether a figure agrees to a relative tolerance; where the reference is 0, to an absolute one.
func agrees(_ figure: Double, _ reference: Double, relative: Double) -> Bool {
  if figure == reference || (figure.isNaN && reference.isNaN) { return true }
  let scale = reference == 0 ? 1 : reference.magnitude
  return (figure - reference).magnitude <= relative * scale
}
