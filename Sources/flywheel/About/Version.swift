import Statistics

/// The version of Flywheel, and what does its matrix arithmetic.
enum Version {
  static let number = "0.2.0"

  static var text: String { "flywheel \(number)\n\(Kernels.current.description)" }
}
