import Foundation

/// Where the figures come from, and how busy it was.
enum Machine {
  static var description: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(cores) cores" + (load.map { ", load \($0.fixed(1))" } ?? "")
  }

  /// Tasks that ran or waited over the last minute; nil where the system does not say.
  private static var load: Double? {
    var averages = [0.0]
    return unsafe getloadavg(&averages, 1) == 1 ? averages[0] : nil
  }
}
