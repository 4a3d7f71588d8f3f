import Foundation

/// Paths as they are named from where another file lies.
enum RelativePath {
  /// A file as seen from the folder of another, such as `restaurant.yaml` or `../shop/bakery.yaml`.
  static func path(to file: String, from other: String) -> String {
    let target = components(file)
    let folder = components(other).dropLast()
    let shared = zip(target, folder).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + target.dropFirst(shared)).joined(separator: "/")
  }

  private static func components(_ path: String) -> [String] {
    URL(fileURLWithPath: path).standardizedFileURL.pathComponents
  }
}
