/// Histories in columns, equal ones once with their number, grouped by the count of repeat purchases.
///
/// Likelihoods depend on (x, tₓ, T) alone, and days being whole, many customers of a large log share it.
public struct HistoryTable: Sendable {
  /// The rows with one number of repeat purchases.
  struct Group: Sendable {
    let repeats: Int
    let rows: Range<Int>
    /// Customers in these rows.
    let customers: Double
  }

  public let unit: RateUnit
  /// In ascending order of repeats.
  let groups: [Group]
  /// tₓ in units.
  let recency: [Double]
  /// T in units.
  let age: [Double]
  /// Customers with this history.
  let weight: [Double]
  /// The row of each customer, in the order they were given.
  public let rowOfCustomer: [Int]

  public var customers: Int { rowOfCustomer.count }

  public init(_ histories: [CustomerHistory], unit: RateUnit) {
    self.unit = unit
    // x, tₓ and T side by side in one word, so that sorting compares numbers.
    let keys = histories.enumerated().map { index, history in
      Key(history: history, index: index)
    }.sorted { $0.word < $1.word }
    var groups: [Group] = []
    var (recency, age, weight): ([Double], [Double], [Double]) = ([], [], [])
    var rowOfCustomer = [Int](repeating: 0, count: histories.count)
    var start = 0
    while start < keys.count {
      let repeats = histories[keys[start].index].repeats
      let firstRow = weight.count
      var end = start
      while end < keys.count, histories[keys[end].index].repeats == repeats {
        let history = histories[keys[end].index]
        if end == start || keys[end].word != keys[end - 1].word {
          recency.append(Double(history.recency) / unit.days)
          age.append(Double(history.age) / unit.days)
          weight.append(0)
        }
        weight[weight.count - 1] += 1
        rowOfCustomer[keys[end].index] = weight.count - 1
        end += 1
      }
      groups.append(
        Group(repeats: repeats, rows: firstRow..<weight.count, customers: Double(end - start)))
      start = end
    }
    self.groups = groups
    self.recency = recency
    self.age = age
    self.weight = weight
    self.rowOfCustomer = rowOfCustomer
  }

  /// The customers' mean number of repeat purchases per unit of their age.
  var crudeRate: Double {
    let purchases = groups.reduce(0) { $0 + Double($1.repeats) * $1.customers }
    let time = zip(age, weight).reduce(0) { $0 + $1.0 * $1.1 }
    return purchases / time
  }

  private struct Key {
    let word: UInt64
    let index: Int

    init(history: CustomerHistory, index: Int) {
      precondition(
        history.repeats < 1 << 22 && history.recency < 1 << 21 && history.age < 1 << 21,
        "a history spans less than 2^21 days")
      word =
        UInt64(history.repeats) << 42 | UInt64(history.recency) << 21 | UInt64(history.age)
      self.index = index
    }
  }
}

extension HistoryTable {
  /// How many customers have each age, ages ascending.
  var customersByAge: [(age: Double, customers: Double)] {
    var byAge: [Double: Double] = [:]
    for (age, weight) in zip(age, weight) { byAge[age, default: 0] += weight }
    return byAge.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
