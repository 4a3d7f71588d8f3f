/// Means and centred cross-products of several variables observed together.
///
/// Added and merged like ``Moments``, with products of two deviations in place of squares.
public struct CoMoments: Equatable, Sendable {
  /// How many variables an observation has.
  public let variables: Int
  public private(set) var count: Int
  /// Mean of each variable, 0 for an empty sample.
  public private(set) var means: [Double]
  /// Σ (xᵢ − meanᵢ)·(xⱼ − meanⱼ) for j ≤ i, row by row.
  private var products: [Double]

  public init(variables: Int) {
    precondition(variables > 0, "an observation has at least one variable")
    self.variables = variables
    count = 0
    means = [Double](repeating: 0, count: variables)
    products = [Double](repeating: 0, count: variables * (variables + 1) / 2)
  }

  /// From figures already at hand; of `products`, Σ (xᵢ − meanᵢ)·(xⱼ − meanⱼ), the lower triangle is read.
  public init(count: Int, means: [Double], products: Matrix) {
    precondition(
      !means.isEmpty && products.rows == means.count && products.columns == means.count,
      "a product for each pair of variables")
    variables = means.count
    self.count = count
    self.means = means
    self.products = (0..<means.count).flatMap { i in (0...i).map { products[i, $0] } }
  }

  /// Adds one observation, a value for each variable.
  public mutating func add(_ values: [Double]) {
    precondition(values.count == variables, "an observation has a value for each variable")
    // The mean moves 1/n of the deviation, which leaves (n − 1)/n of the product.
    let share = Double(count) / Double(count + 1)
    var place = 0
    for i in 0..<variables {
      let scaled = share * (values[i] - means[i])
      for j in 0...i {
        products[place] += scaled * (values[j] - means[j])
        place += 1
      }
    }
    count += 1
    for i in 0..<variables { means[i] += (values[i] - means[i]) / Double(count) }
  }

  public static func += (into: inout CoMoments, other: CoMoments) {
    precondition(into.variables == other.variables, "only the same variables can be merged")
    guard other.count > 0 else { return }
    let count = into.count + other.count
    let share = Double(other.count) / Double(count)
    var place = 0
    for i in 0..<into.variables {
      let scaled = share * Double(into.count) * (other.means[i] - into.means[i])
      for j in 0...i {
        into.products[place] += other.products[place] + scaled * (other.means[j] - into.means[j])
        place += 1
      }
    }
    for i in 0..<into.variables { into.means[i] += share * (other.means[i] - into.means[i]) }
    into.count = count
  }

  public static func + (first: CoMoments, second: CoMoments) -> CoMoments {
    var sum = first
    sum += second
    return sum
  }

  /// Σ (xᵢ − meanᵢ)·(xⱼ − meanⱼ).
  public func sumOfProducts(_ i: Int, _ j: Int) -> Double {
    let (row, column) = (max(i, j), min(i, j))
    precondition(column >= 0 && row < variables, "no such variable")
    return products[row * (row + 1) / 2 + column]
  }

  /// Σ (xᵢ − meanᵢ)·(xⱼ − meanⱼ) of all pairs, symmetric.
  public var sumsOfProducts: Matrix {
    var result = Matrix(rows: variables, columns: variables)
    for i in 0..<variables { for j in 0..<variables { result[i, j] = sumOfProducts(i, j) } }
    return result
  }

  /// The unbiased sample covariance of two variables, the variance for i = j; none below two values.
  public func covariance(_ i: Int, _ j: Int) -> Double? {
    count >= 2 ? sumOfProducts(i, j) / Double(count - 1) : nil
  }

  /// One variable alone.
  public func moments(of i: Int) -> Moments {
    Moments(count: count, mean: means[i], sumOfSquaredDeviations: sumOfProducts(i, i))
  }
}
