/// The 32-bit FNV-1a hash of a name, finished with a multiplicative avalanche.
///
/// Names, not registration order, identify purposes and segments: adding one moves nobody else's draws.
public func nameHash(_ name: String) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
  hash = (hash ^ (hash &>> 16)) &* 0x85EB_CA6B
  hash = (hash ^ (hash &>> 13)) &* 0xC2B2_AE35
  return hash ^ (hash &>> 16)
}
