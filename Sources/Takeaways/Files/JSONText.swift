import Foundation

/// A value as JSON whose bytes are the same every time: keys sorted, indented, a line break at the end.
///
/// - Throws: `EncodingError` where a number is not finite.
package func jsonText(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return Array(try encoder.encode(value)) + [0x0A]
}
