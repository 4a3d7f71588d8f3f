/// A model with a few positive parameters, known by name.
public protocol ParametricModel: Sendable, Equatable {
  static var parameterNames: [String] { get }
  var parameters: [Double] { get }
  init(parameters: [Double])
}
