import Experiments
import Statistics

/// Rows read from one part of what was fed that are not yet among the units.
struct UnitRows: Sendable {
  /// The number that the row before the first was taken to have.
  var rowBefore: Int
  /// Numbers of a kept row after those of the one before it.
  var values: [Double] = []
  /// By column of groups, the name's number in each kept row; -1 stands for the next of `newNames`.
  var codes: [[Int32]]
  /// By column of groups.
  var newNames: [NameList]
  /// Where units have names, the kept rows' and in which row they stand.
  var units = NameList()
  var unitRows: [Int] = []
  var counts = UnitCounts()
  var faults = UnitFaults()

  init(groups: Int, after row: Int) {
    rowBefore = row
    codes = Array(repeating: [], count: groups)
    newNames = Array(repeating: NameList(), count: groups)
  }

  /// Makes room for another part's, keeping the memory.
  mutating func empty(after row: Int) {
    rowBefore = row
    values.removeAll(keepingCapacity: true)
    for place in codes.indices {
      codes[place].removeAll(keepingCapacity: true)
      newNames[place].removeAll()
    }
    units.removeAll()
    unitRows.removeAll(keepingCapacity: true)
    (counts, faults) = (UnitCounts(), UnitFaults())
  }
}
