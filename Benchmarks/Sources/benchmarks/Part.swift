/// One of the things measured, by the name it has on the command line.
enum Part: String, CaseIterable {
  case market, scale, fit, restaurant, mechanisms, peers, experiments

  /// Measures and prints.
  ///
  /// - Returns: What turned out to be wrong; timings never are.
  func run(_ request: Request) async throws -> [String] {
    switch self {
    case .market: try await MarketPart(runs: request.runs).run()
    case .scale: try await ScalePart(runs: request.runs, isLarge: request.isLarge).run()
    case .fit: try await FitPart(runs: request.runs).run()
    case .restaurant: try await RestaurantPart(runs: request.runs).run()
    case .mechanisms: try await MechanismsPart(runs: request.runs).run()
    case .peers: try await PeersPart(runs: request.runs).run()
    case .experiments: try await ExperimentsPart(runs: request.runs).run()
    }
  }
}
