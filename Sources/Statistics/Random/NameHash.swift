/// The 32-bit FNV-1a hash of a name, finished with a multiplicative avalanche.
///
/// Names, not registration order, identify purposes and segments: adding one moves nobody else's draws.
public func nameHash(_ name: String) -> UInt32 {
  var hash = firstHash
  for byte in name.utf8 { hash = hashed(byte, after: hash) }
  return finished(hash)
}

/// The same of a name that is known when the program is built: there it is a constant, and costs nothing when it is used.
///
/// The name's bytes have to stand somewhere in the program, as those of every name of more than one character do.
@inlinable @inline(__always)
func nameHash(fixed name: StaticString) -> UInt32 {
  var hash = firstHash
  let bytes = unsafe name.utf8Start
  for place in 0..<name.utf8CodeUnitCount { hash = unsafe hashed(bytes[place], after: hash) }
  return finished(hash)
}

@inlinable @inline(__always)
var firstHash: UInt32 { 0x811C_9DC5 }

@inlinable @inline(__always)
func hashed(_ byte: UInt8, after hash: UInt32) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

@inlinable @inline(__always)
func finished(_ sum: UInt32) -> UInt32 {
  var hash = (sum ^ (sum &>> 16)) &* 0x85EB_CA6B
  hash = (hash ^ (hash &>> 13)) &* 0xC2B2_AE35
  return hash ^ (hash &>> 16)
}
