import Foundation
import Market

@main
struct Benchmarks {
  static func main() {
    for customers in [1_000, 10_000, 100_000, 1_000_000] {
      for coupled in [false, true] {
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
