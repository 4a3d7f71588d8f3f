/// Works on parts side by side and hands the results over in the order of the parts.
///
/// However many threads there are, sums come out the same to the last bit.
package func inOrder<Part: Sendable, Result: Sendable>(
  _ parts: [Part], threads: Int, _ work: @escaping @Sendable (Part) -> Result,
  _ add: (Result) -> Void
) async {
  await withTaskGroup(of: (Int, Result).self) { group in
    var waiting: [Int: Result] = [:]
    var (started, added) = (0, 0)
    func start() {
      guard started < parts.count else { return }
      let (place, part) = (started, parts[started])
      started += 1
      group.addTask { (place, work(part)) }
    }
    for _ in 0..<max(1, threads) { start() }
    while let (place, result) = await group.next() {
      waiting[place] = result
      // Results are handed over as soon as it is their turn, so that few of them wait.
      while let result = waiting.removeValue(forKey: added) {
        add(result)
        added += 1
      }
      start()
    }
  }
}
