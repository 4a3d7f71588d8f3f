import Statistics
import Testing

@Suite struct Philox2x64Tests {
  /// The philox2x64 vectors for 10 rounds of Random123, file tests/kat_vectors of release
  /// 1.14.0, which randomgen 2.5.1 gives too; the last counter and key are the digits of π.
  static let published: [(counter: (UInt64, UInt64), key: UInt64, output: (UInt64, UInt64))] = [
    ((0, 0), 0, (0xca00_a045_9843_d731, 0x66c2_4222_c9a8_45b5)),
    ((.max, .max), .max, (0x65b0_21d6_0cd8_310f, 0x4d02_f322_2f86_df20)),
    (
      (0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344), 0xa409_3822_299f_31d0,
      (0x0a5e_742c_2997_341c, 0xb0f8_83d3_8000_de5d)
    ),
  ]

  @Test func givesThePublishedVectors() {
    for (counter, key, output) in Self.published {
      #expect(Philox2x64.block(counter: counter, key: key) == output)
    }
  }
}
