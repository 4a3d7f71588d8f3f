import Statistics
import Testing

@testable import Experiments

@Suite struct CellMomentsTests {
  /// Whole numbers, so that direct sums are exact; outcomes and covariates move together.
  private func table(
    rows: Int, offset: Double = 0, missing: (_ row: Int, _ column: Int) -> Bool = { _, _ in false }
  ) -> UnitTable {
    func labels(_ names: Int, _ code: (Int) -> Int) -> Labels {
      Labels(names: (0..<names).map(String.init), codes: (0..<rows).map { Int32(code($0) % names) })
    }
    var elements: [Double] = []
    for row in 0..<rows {
      let base = row * 7919 % 101
      for (column, value) in [base, base * 2 + row % 5, row * 31 % 17, base - row % 3].enumerated()
      {
        elements.append(missing(row, column) ? .nan : offset + Double(value))
      }
    }
    return UnitTable(
      columns: ["a", "b", "c", "d"], values: Matrix(rows: rows, columns: 4, elements: elements),
      arm: labels(3) { $0 * $0 / 3 },
      groups: [.stratum: labels(4) { $0 / 7 }, .day: labels(5) { $0 / 3 + $0 % 2 }])
  }

  private func direct(
    _ table: UnitTable, _ columns: [Int], where isIn: (Int) -> Bool = { _ in true }
  ) -> CoMoments {
    var sum = CoMoments(variables: columns.count)
    for row in 0..<table.units where isIn(row) { sum.add(columns.map { table.values[row, $0] }) }
    return sum
  }

  private func expectSame(_ one: CoMoments, _ other: CoMoments, relative: Double = 1e-12) {
    #expect(one.count == other.count && one.variables == other.variables)
    for i in 0..<min(one.variables, other.variables) {
      #expect(agrees(one.means[i], other.means[i], relative: relative))
      for j in 0...i {
        let scale = (other.sumOfProducts(i, i) * other.sumOfProducts(j, j)).squareRoot()
        let gap = one.sumOfProducts(i, j) - other.sumOfProducts(i, j)
        #expect(gap.magnitude <= relative * scale)
      }
    }
  }

  @Test func cellsAreTheirRowsAdded() throws {
    let table = table(rows: 5000)
    let cells = try CellMoments(table, outcomes: [1, 3], covariates: [0], by: [.stratum, .day])
    #expect(cells.variables.names == ["b", "d", "a"])
    #expect(cells.cells.count == 3 * 4 * 5)
    let (stratum, day) = (try #require(table.groups[.stratum]), try #require(table.groups[.day]))
    for (place, cell) in cells.cells.enumerated() {
      let rows = direct(table, [1, 3, 0]) { row in
        let codes = (Int(table.arm.codes[row]), Int(stratum.codes[row]), Int(day.codes[row]))
        return codes.0 + 3 * (codes.1 + 4 * codes.2) == place
      }
      expectSame(cell, rows)
    }
    for arm in 0..<3 {
      let ofArm = { (row: Int) in Int(table.arm.codes[row]) == arm }
      expectSame(cells.byArm[arm], direct(table, [1, 3, 0], where: ofArm))
      let byDay = try cells.by(.day)
      #expect(byDay.count == 5)
      expectSame(
        byDay[2][arm],
        direct(table, [1, 3, 0]) { ofArm($0) && day.codes[$0] == 2 })
      expectSame(
        try cells.by(.stratum)[3][arm],
        direct(table, [1, 3, 0]) { ofArm($0) && stratum.codes[$0] == 3 })
    }
  }

  /// At a mean of 10⁸ products agree with those of the same figures about 0.
  @Test func largeMeansCostNoDigits() throws {
    let small = try CellMoments(table(rows: 20_000), outcomes: [0, 1, 2, 3]).byArm
    let large = try CellMoments(table(rows: 20_000, offset: 1e8), outcomes: [0, 1, 2, 3]).byArm
    for (one, other) in zip(large, small) {
      let moved = CoMoments(
        count: one.count, means: one.means.map { $0 - 1e8 }, products: one.sumsOfProducts)
      // A mean is rounded to 1e-8 there, which the merging of blocks multiplies by their gaps.
      expectSame(
        CoMoments(count: moved.count, means: other.means, products: moved.sumsOfProducts), other,
        relative: 1e-11)
      for (a, b) in zip(moved.means, other.means) { #expect((a - b).magnitude < 1e-7) }
    }
  }

  @Test func partialPassesAddUpToTheWhole() throws {
    let table = table(rows: 3000) { row, column in column == 2 && row > 1500 && row % 11 == 0 }
    let whole = try CellMoments(table, outcomes: [0, 1], covariates: [2, 3], by: [.stratum])
    // The first parts have no missing value, and no indicator yet.
    let parts = try [0..<1000, 1000..<1001, 1001..<2500, 2500..<3000].map {
      try CellMoments(table, outcomes: [0, 1], covariates: [2, 3], by: [.stratum], rows: $0)
    }
    let sum = parts[0] + parts[1] + parts[2] + parts[3]
    #expect(sum.variables.names == ["a", "b", "c", "d", "c missing"])
    #expect(parts[0].variables.names == ["a", "b", "c", "d"])
    for (one, other) in zip(sum.cells, whole.cells) { expectSame(one, other, relative: 1e-11) }
    let backwards = parts[3] + parts[0]
    #expect(backwards.variables == (parts[0] + parts[3]).variables)
  }

  @Test func unitWithoutAnOutcomeIsLeftOutAndCounted() throws {
    let table = table(rows: 900) { row, column in column == 1 && row % 10 == 4 }
    let cells = try CellMoments(table, outcomes: [0, 1])
    for arm in 0..<3 {
      let rows = (0..<900).filter { Int(table.arm.codes[$0]) == arm }
      #expect(cells.leftOut[arm] == rows.count { $0 % 10 == 4 })
      #expect(cells.byArm[arm].count == rows.count { $0 % 10 != 4 })
    }
    #expect(try CellMoments(table, outcomes: [0]).leftOut == [0, 0, 0])
  }

  @Test func missingCovariateIsItsMeanAndAnIndicator() throws {
    let isMissing = { (row: Int, column: Int) in column == 2 && row % 7 == 3 && row > 40 }
    let table = table(rows: 700, offset: 1e6, missing: isMissing)
    let observed = Moments((0..<700).map { table.values[$0, 2] }.filter { !$0.isNaN })
    let cells = try CellMoments(table, outcomes: [0], covariates: [2])
    #expect(cells.variables.covariate("c") == [1, 2])
    #expect(cells.variables.adjusting == 1..<3)
    for arm in 0..<3 {
      var filled = CoMoments(variables: 3)
      for row in 0..<700 where Int(table.arm.codes[row]) == arm {
        let lacks = isMissing(row, 2)
        filled.add([
          table.values[row, 0], lacks ? observed.mean : table.values[row, 2], lacks ? 1 : 0,
        ])
      }
      expectSame(cells.byArm[arm], filled, relative: 1e-10)
    }
  }

  @Test func covariateThatIsNeverThereIsConstant() throws {
    let table = table(rows: 60) { _, column in column == 3 }
    let arm = try CellMoments(table, outcomes: [0], covariates: [3]).byArm[0]
    #expect(arm.sumOfProducts(1, 1) == 0 && arm.means[2] == 1)
  }

  @Test func groupThatTheTableLacksIsSaid() throws {
    #expect(throws: NotEstimable("the table has no cluster")) {
      try CellMoments(table(rows: 10), outcomes: [0], by: [.cluster])
    }
    #expect(throws: NotEstimable("the units were not counted by day")) {
      try CellMoments(table(rows: 10), outcomes: [0], by: [.stratum]).by(.day)
    }
  }
}
