import Testing

@testable import Charts

/// Of very many figures none that stands out is left out.
struct ThinningTests {
  @Test func whatStandsOutIsDrawn() {
    var values = (0..<100_000).map { Double($0 % 7) }
    values[61_803] = 1_000
    values[31_415] = -1_000
    let places = Thinning.places(values, to: 600)
    #expect(places.contains(61_803) && places.contains(31_415))
    #expect(places.first == 0 && places.last == 99_999)
    #expect(places == places.sorted() && Set(places).count == places.count)
    #expect(places.count <= 3 * 600 + 1)
  }

  @Test func fewAreAllDrawn() {
    #expect(Thinning.places([3, 1, 2], to: 600) == [0, 1, 2])
    #expect(Thinning.places([], to: 600).isEmpty)
    #expect(Thinning.places([.nan, 1], to: 1).last == 1)
  }

  @Test func aDrawingOfAHundredThousandPointsIsSmall() {
    let line = Lines.Line(name: "a", points: (0..<100_000).map { (Double($0), Double($0 % 91)) })
    let chart = Lines(title: "t", sentence: "s", lines: [line], across: "", up: "")
    let drawn = chart.drawing(width: 860).element(title: "t", description: "s")
    #expect(drawn.utf8.count < 40_000)
  }
}
