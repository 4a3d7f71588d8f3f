extension UInt64 {
  /// The highest bit of the lowest byte that is zero, or 0 where none is; bits above it mean nothing.
  @inline(__always)
  var firstZeroByte: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }
}
