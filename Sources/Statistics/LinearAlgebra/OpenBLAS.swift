import COpenBLAS

/// The calls into BLAS and LAPACK, on row-major storage; the only file that sees the library.
///
/// Where portable kernels are in use they go to ``PortableKernels`` instead.
///
/// LAPACK reads column-major storage: a row-major lower triangle is its upper one, so that symmetric
/// routines need no transposition. Shapes are the callers' duty.
enum OpenBLAS {
  /// The names of the kernels the library would use now, such as "SkylakeX".
  static var coreName: String {
    guard let name = unsafe openblas_get_corename() else { return "unknown" }
    return unsafe String(cString: name)
  }

  /// How the library was built, such as "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH".
  static var configuration: String {
    guard let text = unsafe openblas_get_config() else { return "OpenBLAS" }
    return unsafe String(cString: text)
  }

  static var processorHasAVX2: Bool { flywheel_cpu_has_avx2() != 0 }
  static var processorHasAVX512: Bool { flywheel_cpu_has_avx512() != 0 }

  static func setThreads(_ count: Int32) { openblas_set_num_threads(count) }

  /// C ← op(A)·op(B), where op(A) has shape m × k and op(B) k × n.
  static func multiply(
    _ a: [Double], transposed transposeA: Bool, _ b: [Double], transposed transposeB: Bool,
    m: Int, n: Int, k: Int, into c: inout [Double]
  ) {
    if Kernels.arePortable {
      return PortableKernels.multiply(
        a, transposed: transposeA, b, transposed: transposeB, m: m, n: n, k: k, into: &c)
    }
    unsafe cblas_dgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      Int32(m), Int32(n), Int32(k), 1, a, Int32(transposeA ? m : k), b,
      Int32(transposeB ? k : n), 0, &c, Int32(n))
  }

  /// C ← A·B (+ C) in single precision: A is m × k within longer rows, B k × n, n a multiple of 8.
  static func multiply(
    _ a: [Float], from start: Int, stride: Int, _ b: [SIMD8<Float>], m: Int, n: Int, k: Int,
    addingTo c: inout [Float], isEmpty: Bool
  ) {
    if Kernels.arePortable {
      return PortableKernels.multiply(
        a, from: start, stride: stride, b, m: m, n: n, k: k, addingTo: &c, isEmpty: isEmpty)
    }
    unsafe a.withUnsafeBufferPointer { a in
      unsafe b.withUnsafeBytes { b in
        unsafe cblas_sgemm(
          CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(m), Int32(n), Int32(k), 1,
          a.baseAddress.map { unsafe $0 + start }, Int32(stride),
          b.assumingMemoryBound(to: Float.self).baseAddress, Int32(n), isEmpty ? 0 : 1, &c,
          Int32(n))
      }
    }
  }

  /// y ← A·x, or Aᵀ·x, where A is rows × columns.
  static func multiply(
    _ a: [Double], rows: Int, columns: Int, transposed: Bool, _ x: [Double], into y: inout [Double]
  ) {
    if Kernels.arePortable {
      return PortableKernels.multiply(
        a, rows: rows, columns: columns, transposed: transposed, x, into: &y)
    }
    unsafe cblas_dgemv(
      CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), 1, a,
      Int32(columns), x, 1, 0, &y, 1)
  }

  /// The lower triangle of C ← AᵀA, where A is rows × columns; the upper one is left as it was.
  static func gram(_ a: [Double], rows: Int, columns: Int, into c: inout [Double]) {
    if Kernels.arePortable {
      return PortableKernels.gram(a, rows: rows, columns: columns, into: &c)
    }
    unsafe cblas_dsyrk(
      CblasRowMajor, CblasLower, CblasTrans, Int32(columns), Int32(rows), 1, a, Int32(columns), 0,
      &c, Int32(columns))
  }

  /// Takes each column's mean off the rows × columns values of A from `start` on, and puts the lower triangle of AᵀA of what
  /// is left into C; the upper one is left as it was.
  ///
  /// - Returns: The means.
  static func centredGram(
    _ a: inout [Double], from start: Int, rows: Int, columns: Int, into c: inout [Double]
  ) -> [Double] {
    if Kernels.arePortable {
      return PortableKernels.centredGram(
        &a, from: start, rows: rows, columns: columns, into: &c)
    }
    let (m, n) = (Int32(rows), Int32(columns))
    let ones = [Double](repeating: 1, count: rows)
    var means = [Double](repeating: 0, count: columns)
    unsafe a.withUnsafeMutableBufferPointer { whole in
      let block = unsafe whole.baseAddress?.advanced(by: start)
      unsafe cblas_dgemv(
        CblasRowMajor, CblasTrans, m, n, 1 / Double(rows), block, n, ones, 1, 0, &means, 1)
      unsafe cblas_dger(CblasRowMajor, m, n, -1, ones, 1, means, 1, block, n)
      unsafe cblas_dsyrk(CblasRowMajor, CblasLower, CblasTrans, n, m, 1, block, n, 0, &c, n)
    }
    return means
  }

  /// Replaces the lower triangle of A by its Cholesky factor.
  ///
  /// - Returns: 0, or the order of the first leading minor that is not positive definite.
  static func factorCholesky(_ a: inout [Double], order: Int) -> Int {
    if Kernels.arePortable {
      return PortableKernels.factorCholesky(&a, order: order)
    }
    var n = Int32(order)
    var info: Int32 = 0
    unsafe dpotrf_("U", &n, &a, &n, &info, 1)
    return Int(info)
  }

  /// Solves A·X = B for every row of `b` (n values each), given the Cholesky factor of A.
  static func solveCholesky(
    _ factor: [Double], order: Int, rightHandSides b: inout [Double], count: Int
  ) {
    if Kernels.arePortable {
      return PortableKernels.solveCholesky(
        factor, order: order, rightHandSides: &b, count: count)
    }
    var n = Int32(order)
    var columns = Int32(count)
    var info: Int32 = 0
    unsafe dpotrs_("U", &n, &columns, factor, &n, &b, &n, &info, 1)
  }

  /// Factors A·P = Q·R, A being given column by column, and leaves R above Q's reflectors in its place.
  ///
  /// - Returns: The scales of the reflectors, and the column of A at each place of A·P.
  static func factorQR(
    _ a: inout [Double], rows: Int, columns: Int
  ) -> (scales: [Double], pivots: [Int]) {
    if Kernels.arePortable {
      return PortableKernels.factorQR(&a, rows: rows, columns: columns)
    }
    var (m, n) = (Int32(rows), Int32(columns))
    var pivots = [Int32](repeating: 0, count: columns)
    var scales = [Double](repeating: 0, count: min(rows, columns))
    var work = [Double](repeating: 0, count: 2 * columns + (columns + 1) * 32)
    var workCount = Int32(work.count)
    var info: Int32 = 0
    unsafe dgeqp3_(&m, &n, &a, &m, &pivots, &scales, &work, &workCount, &info)
    return (scales, pivots.map { Int($0) - 1 })
  }

  /// Replaces C, given column by column, by Qᵀ·C.
  static func multiplyTransposedQ(
    _ factor: [Double], scales: [Double], rows: Int, into c: inout [Double], columns: Int
  ) {
    if Kernels.arePortable {
      return PortableKernels.multiplyTransposedQ(
        factor, scales: scales, rows: rows, into: &c, columns: columns)
    }
    var (m, n, k) = (Int32(rows), Int32(columns), Int32(scales.count))
    var work = [Double](repeating: 0, count: max(1, columns) * 64 + 65 * 64)
    var workCount = Int32(work.count)
    var info: Int32 = 0
    unsafe dormqr_(
      "L", "T", &m, &n, &k, factor, &m, scales, &c, &m, &work, &workCount, &info, 1, 1)
  }

  /// Replaces symmetric A by its eigenvectors, one a row, in ascending order of the eigenvalues.
  ///
  /// - Returns: The eigenvalues, or nil where the iteration did not converge.
  static func eigen(_ a: inout [Double], order: Int) -> [Double]? {
    if Kernels.arePortable {
      return PortableKernels.eigen(&a, order: order)
    }
    var n = Int32(order)
    var values = [Double](repeating: 0, count: order)
    var work = [Double](repeating: 0, count: max(1, 34 * order))
    var workCount = Int32(work.count)
    var info: Int32 = 0
    unsafe dsyev_("V", "U", &n, &a, &n, &values, &work, &workCount, &info, 1, 1)
    return info == 0 ? values : nil
  }
}
