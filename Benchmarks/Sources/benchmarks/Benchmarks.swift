import Foundation
import Market
import Planning

@main
struct Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count > 1, arguments[1] == "restaurant" {
      let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
      let resolved = try ScenarioFile(text).resolve()
      let clock = ContinuousClock()
      let start = clock.now
      let summary = try await Study(Simulation(resolved.scenario), threads: Int(arguments[3])!).run
      {
        print($0.replications, $0.halfWidth ?? 0, $0.precision ?? 0)
      }
      print(clock.now - start)
      let comparison = Comparison(summary)
      for plan in comparison.plans {
        print("\n", plan.plan.name)
        for (m, e) in plan.measures {
          print(
            "   ", m.title,
            e.estimate.map { "\($0.value / (m.unit == .money ? 100 : 1))" } ?? "none")
        }
        if let d = plan.difference {
          print(
            "  diff", d.objective.estimate.value / 100, d.objective.estimate.spread!.low / 100,
            d.objective.estimate.spread!.high / 100, d.objective.chanceHigher, d.saving!.twins,
            d.saving!.both);
          print("  ", d.reasons.map { "\($0.part.rawValue) \(($0.amount / 100).rounded())" });
          print(d.flips)
        }
      }
      return
    }
    for customers in (CommandLine.arguments.dropFirst().compactMap { Int($0) }) {
      for coupled in [false] {
        let simulation = Simulation(
          SimpleMarket.scenario(customers: customers, isCoupled: coupled), comparing: false)
        let repeats = max(3, 1_000_000 / customers)
        let clock = ContinuousClock()
        var orders = 0.0, net = 0.0
        let took = clock.measure {
          for replication in 0..<repeats {
            guard let outcome = simulation.replication(replication) else { continue }
            orders += outcome.plans[0].figures[.orders, 0]
            net += outcome.plans[0].figures[.contribution, 0]
          }
        }
        let n = Double(customers * repeats)
        print(
          customers, coupled, "us/customer", took / .microseconds(1) / n, "orders", orders / n,
          "net", net / n / 100)
      }
    }
  }
}
