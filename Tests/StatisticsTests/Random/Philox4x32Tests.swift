import Statistics
import Testing

@Suite struct Philox4x32Tests {
  /// The philox4x32 vectors for 10 rounds of Random123, file tests/kat_vectors of release
  /// 1.14.0; the last counter and key are the digits of π.
  static let published: [(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, output: SIMD4<UInt32>)] = [
    (
      SIMD4(repeating: 0), SIMD2(repeating: 0),
      SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4(repeating: .max), SIMD2(repeating: .max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ]

  @Test func givesThePublishedVectors() {
    for (counter, key, output) in Self.published {
      #expect(Philox4x32.block(counter: counter, key: key) == output)
    }
  }
}
