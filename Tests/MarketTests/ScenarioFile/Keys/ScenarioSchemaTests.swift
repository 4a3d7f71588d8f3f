import Documents
import Foundation
import Testing

@testable import Market

@Suite struct ScenarioSchemaTests {
  /// `flywheel keys --json > scenarios/scenario.schema.json` writes the file anew.
  @Test func fileIsWhatTheDescriptionSays() throws {
    let url = Fixture.package.appending(path: "scenarios/scenario.schema.json")
    #expect(try Fixture.text(url) == ScenarioFile.schema)
  }

  @Test func isJSON() throws {
    let json = try JSONSerialization.jsonObject(with: Data(ScenarioFile.schema.utf8))
    let root = try #require(json as? [String: Any])
    #expect(root["$ref"] as? String == "#/$defs/scenario")
  }

  @Test func blocksHaveTheKeysOfTheDescription() throws {
    let blocks = try #require(ScenarioSchema.json["$defs"])
    func keys(_ name: String) -> [String]? { blocks[name]?["properties"]?.names }
    #expect(keys("scenario") == Section<ScenarioDraft>.scenario.keys.map(\.name))
    #expect(keys("segment") == Section<SegmentDraft>.segment.keys.map(\.name))
    #expect(keys("channel") == Section<ChannelDraft>.channel.keys.map(\.name))
    #expect(keys("coupon") == Section<OfferDraft<CouponDraft>>.coupon.keys.map(\.name))
    #expect(keys("plan") == Section<PlanDraft>.plan.keys.map(\.name))
  }

  private func text(_ block: String, _ key: String) -> String {
    guard
      case .string(let text)? = ScenarioSchema.json["$defs"]?[block]?["properties"]?[key]?[
        "description"]
    else { return "" }
    return text
  }

  /// Keys that channels of some kinds refuse say which kinds have them.
  @Test func keysOfSomeChannelsSayOfWhich() {
    for key in BoughtDraft.keys + ["reach"] {
      let takers = ChannelKind.all.filter { key == "reach" ? $0.takesReach : $0.buysContacts }
      #expect(takers.count < ChannelKind.all.count)
      for kind in ChannelKind.all {
        let isNamed = text("channel", key).contains("`\(kind.name)`")
        #expect(isNamed == takers.contains { $0.name == kind.name }, "\(key) of \(kind.name)")
      }
      #expect(!text("channel", key).contains("Must be given. "))
    }
  }

  /// Who is served, joins or is paid for something else than orders redeems nothing.
  @Test func nothingIsRedeemedWhereNothingCanBe() {
    for block in ["capacity", "care", "community", "audience", "task", "holidayGift", "sample"] {
      for key in ["window", "budget", "uses"] {
        #expect(!text(block, key).contains("redeem"), "\(block).\(key)")
      }
    }
    #expect(text("capacity", "window") != text("care", "window"))
    #expect(text("coupon", "window").contains("redeemed"))
  }

  /// Every reference leads somewhere, every block refuses unknown keys, every key says what it
  /// means.
  @Test func isComplete() throws {
    let blocks = try #require(ScenarioSchema.json["$defs"])
    for name in blocks.names {
      let block = try #require(blocks[name])
      #expect(block["additionalProperties"] == .boolean(false))
      for key in block["properties"]?.names ?? [] {
        guard case .string(let meaning)? = block["properties"]?[key]?["description"] else {
          Issue.record("\(name).\(key) has no description")
          continue
        }
        #expect(meaning.hasSuffix("."))
      }
    }
    let references = ScenarioFile.schema.matches(of: /#\/\$defs\/(\w+)/).map { String($0.1) }
    #expect(Set(references) == Set(blocks.names))
  }

  /// The example a schema gives for a key is read without a problem.
  @Test func examplesAreValid() throws {
    let examples = Section<OfferDraft<CouponDraft>>.coupon.keys.compactMap { key in
      key.example.map { (key, $0) }
    }
    #expect(examples.count > 8)
    for (key, example) in examples {
      let root = try #require(Document("\(key.name): \(example)").root)
      var reading = Reading(root: root)
      reading.context.segments = ["students", "residents"]
      reading.context.horizon = 100
      var draft = OfferDraft<CouponDraft>()
      Section<OfferDraft<CouponDraft>>.coupon.read(root, into: &draft, &reading)
      #expect(reading.problems.isEmpty, "\(key.name): \(example)")
    }
  }

  @Test func theListOfKeysNamesEveryBlock() throws {
    let blocks = try #require(ScenarioSchema.json["$defs"])
    let sections = ScenarioFile.keyList.components(separatedBy: "\n\n")
    #expect(sections.count == blocks.names.count)
  }

  /// Every key that takes a figure says within which range figures usually lie and who says so, or
  /// that nobody does, or that it is the planner's decision.
  @Test func everyFigureHasATypicalRange() throws {
    let blocks = try #require(ScenarioSchema.json["$defs"])
    var figures = 0
    for name in blocks.names {
      for key in blocks[name]?["properties"]?.names ?? [] {
        guard let property = blocks[name]?["properties"]?[key], property.takesFigure else {
          continue
        }
        figures += 1
        guard case .string(let text)? = property["description"] else { continue }
        let says = ["Typical: ", "No published range: ", "Yours to choose."].contains(
          where: text.contains)
        #expect(says, "\(name).\(key) has no typical range")
      }
    }
    #expect(figures > 80)
  }
}

extension JSON {
  /// Whether some value that a schema allows is a number, or a text with digits.
  fileprivate var takesFigure: Bool {
    switch self {
    case .object(let members):
      members.contains { member in
        switch (member.name, member.value) {
        case ("description", _), ("examples", _), ("$ref", _): false
        case ("type", .string("number")), ("type", .string("integer")): true
        case ("pattern", .string(let pattern)): pattern.contains("[0-9]")
        default: member.value.takesFigure
        }
      }
    case .list(let items): items.contains(where: \.takesFigure)
    case .string, .number, .boolean, .null: false
    }
  }
}
