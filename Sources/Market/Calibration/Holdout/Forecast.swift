internal import Statistics

/// What a fitted model expects of every customer, equal histories being computed once.
public struct Forecast<Model: PurchaseModel>: Sendable {
  let model: Model
  let table: HistoryTable

  public init(_ model: Model, _ table: HistoryTable) {
    self.model = model
    self.table = table
  }

  /// P(alive) of each row of the table.
  func alive() -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(table.weight.count)
    for group in table.groups {
      for row in group.rows {
        values.append(
          model.probabilityAlive(
            repeats: group.repeats, recency: table.recency[row], age: table.age[row]))
      }
    }
    return values
  }

  /// E[Y(t)] given the history and the chance to be alive, of each row of the table; t in its unit.
  func expected(within t: Double, alive: [Double]) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(table.weight.count)
    for group in table.groups {
      // Purchases if alive depend on x and T alone, and rows with one x share ages.
      var byAge: [Double: Double] = [:]
      for row in group.rows {
        let age = table.age[row]
        let ifAlive =
          byAge[age]
          ?? model.expectedPurchasesIfAlive(within: t, repeats: group.repeats, age: age)
        byAge[age] = ifAlive
        values.append(alive[row] * ifAlive)
      }
    }
    return values
  }

  /// Σ E[X(T + t)] − E[X(T)] over customers: what is expected without looking at their histories.
  func unconditional(within t: Double) -> Double {
    table.customersByAge.reduce(0) { sum, entry in
      sum + entry.customers
        * (model.expectedPurchases(within: entry.age + t)
          - model.expectedPurchases(within: entry.age))
    }
  }

  /// A value per row, summed over the customers of all rows.
  func total(_ values: [Double]) -> Double {
    zip(values, table.weight).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
