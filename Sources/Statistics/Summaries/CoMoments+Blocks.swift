extension CoMoments {
  /// The moments of a block of observations, one after the other, a value for each variable.
  ///
  /// Two passes over the block, which should fit the processor's cache: deviations are taken from the
  /// block's own means before they are multiplied, so that a large mean costs no digits. Blocks are
  /// merged with `+=`.
  ///
  /// - Parameters:
  ///   - values: Observations, a value for each variable, row by row; those of the block are left as
  ///     deviations from the means.
  ///   - block: Where in `values` the block is.
  ///   - variables: How many values an observation has.
  public init(centring values: inout [Double], in block: Range<Int>, variables: Int) {
    precondition(
      variables > 0 && block.count.isMultiple(of: variables), "a block has whole observations")
    precondition(
      block.lowerBound >= 0 && block.upperBound <= values.count, "a block is part of the values")
    guard !block.isEmpty else {
      self.init(variables: variables)
      return
    }
    _ = Kernels.current
    let rows = block.count / variables
    var products = Matrix(rows: variables, columns: variables)
    // From the first observation on, so that what never varies deviates by 0 to the last bit, and values
    // that lie far from 0 keep their digits in the sum.
    let first = Array(values[block.prefix(variables)])
    for row in stride(from: block.lowerBound, to: block.upperBound, by: variables) {
      for variable in 0..<variables { values[row + variable] -= first[variable] }
    }
    let means = OpenBLAS.centredGram(
      &values, from: block.lowerBound, rows: rows, columns: variables, into: &products.elements)
    self.init(count: rows, means: zip(first, means).map(+), products: products)
  }
}
