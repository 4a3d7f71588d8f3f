import Foundation

/// A coupled market played in a process of its own, whose peak in memory is then the market's.
enum MemoryProbe {
  private static let word = "--play-and-say-bytes"

  /// Bytes the peak grew by from just before the play, per customer; nil where the system does not say.
  static func bytesPerCustomer(of customers: Int, _ coupling: Coupling) throws -> Double? {
    guard let program = Bundle.main.executableURL else { return nil }
    let child = try Child(program, [word, String(customers), coupling.rawValue])
    let words = child.output.split(whereSeparator: \.isWhitespace)
    return child.isSuccess ? words.first.flatMap { Double($0) } : nil
  }

  /// Plays and prints, if these are the arguments of the process that is to do it.
  static func answers(_ arguments: [String]) -> Bool {
    guard arguments.count == 3, arguments[0] == word, let customers = Int(arguments[1]),
      let coupling = Coupling(rawValue: arguments[2])
    else { return false }
    let market = PlayedMarket(customers: customers, coupling: coupling, perRun: customers)
    guard let before = ResidentMemory.now else { return true }
    market.play()
    guard let peak = ResidentMemory.peak else { return true }
    print(Double(peak - before) / Double(customers))
    return true
  }
}
