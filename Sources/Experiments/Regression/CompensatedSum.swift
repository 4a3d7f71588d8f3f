/// A sum of products kept in two numbers, as accurate as with twice the digits.
///
/// Ogita, Rump and Oishi, "Accurate sum and dot product", SIAM Journal on Scientific Computing 26, 2005.
struct CompensatedSum {
  private var high = 0.0
  private var low = 0.0

  package var value: Double { high + low }

  /// What `value` leaves out.
  var remainder: Double { high - (high + low) + low }

  package mutating func add(_ term: Double) {
    let sum = high + term
    let moved = sum - high
    low += (high - (sum - moved)) + (term - moved)
    high = sum
  }

  package mutating func add(_ a: Double, times b: Double) {
    let product = a * b
    low += (-product).addingProduct(a, b)
    add(product)
  }
}
