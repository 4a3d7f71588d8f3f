import Documents

/// A company's committee as written.
struct CommitteeDraft: Draft {
  var written: [String: Element] = [:]
  var roles: [Role] = []
  var cases = PublishedCases()

  struct Role: Draft {
    var written: [String: Element] = [:]
    var name = ""
    /// What was written of it, in every layer.
    var layers: [Element] = []
    var approves: Double?
    var takes: Double?
    var meeting: Int64 = 0
  }

  /// The committee as far as it is complete.
  var resolved: Committee {
    Committee(
      roles: roles.compactMap { role in
        guard let approves = role.approves, let takes = role.takes else { return nil }
        return Committee.Role(
          name: role.name, approves: approves, takes: takes, meeting: role.meeting)
      }, cases: cases)
  }
}

extension Section<CommitteeDraft> {
  static var committee: Self {
    Section(
      "committee",
      "Who decides in turn, after a trial, whether a company becomes a customer; in place of `first purchase`.",
      blank: CommitteeDraft(), isLayered: true,
      keys: [
        Key(
          named: "roles",
          "Those who decide, in the order in which they are asked: names, such as user, budget, signer.",
          .committeeRole, most: 20
        ) { entries, committee, reading in
          for entry in entries {
            let known = committee.roles.firstIndex { $0.name == entry.name }
            let place = known ?? committee.roles.endIndex
            if known == nil { committee.roles.append(CommitteeDraft.Role(name: entry.name)) }
            committee.roles[place].layers.append(entry.value)
            Descriptions.committeeRole.read(entry.value, into: &committee.roles[place], &reading)
          }
        },
        Key("cases", \.cases, .publishedCases),
      ])
  }
}

extension Section<CommitteeDraft.Role> {
  static var committeeRole: Self {
    Section(
      "committeeRole", "One of those who decide.", blank: CommitteeDraft.Role(), isLayered: true,
      keys: [
        Key(
          required: "approves", \.approves, .share(example: "70%"),
          "Chance of a yes; a no ends it until the company tries us again.", example: "70%"
        ).typical(.unpublished("count it in your record of deals")),
        Key(
          required: "takes", \.takes, .time(.from(0, to: 3_650), example: "5 days"),
          "Mean time from the role before, or the trial, to this one's answer.", example: "5 days"
        ).typical(.unpublished("count it in your record of deals")),
        Key(
          "meeting", \.meeting, .money(example: "200"),
          "What the meeting costs us; it is part of what winning a customer costs.",
          example: "200 CNY"
        ).typical(.inYourBooks),
      ])
  }
}

extension Section<PublishedCases> {
  static var publishedCases: Self {
    Section(
      "publishedCases", "How clients won before help to win the next.", blank: PublishedCases(),
      isLayered: true,
      keys: [
        Key(
          "agree", \.agree, .share(example: "30%"),
          "Share of new clients who agree to be told of.", example: "30%"
        ).typical(.unpublished("ask your clients")),
        Key(
          "cost", \.cost, .money(example: "2000"), "What publishing a case costs.",
          example: "2000 CNY"
        ).typical(.inYourBooks),
        Key(
          "helps", \.helps, .number(.from(0, to: 100), example: "0.5"),
          "How much they help: every role's log-odds of a yes rise by this times ln(1 + cases).",
          example: "0.5"
        ).typical(.unpublished("compare deals won before and after a case")),
        Key(
          "already", \.already, .number(.zeroOrMore, example: "3"), "Cases there are on day 1.",
          example: "3"
        ).typical(.inYourBooks),
      ])
  }
}

extension Key<ChannelDraft> {
  /// Log-odds by the name of a role.
  static var eases: Self {
    let rule = "names of roles, and after each a number such as `decider: 0.7`"
    let kind = Kind<Double>.number(.from(-100, to: 100), example: "0.7")
    return Key(
      name: "eases",
      meaning:
        "How its contacts move committees: for some days the log-odds of a role's yes rise by so much.",
      example: "{decider: 0.7}", rule: rule, schema: { _ in .named(kind.schema) },
      read: { element, channel, reading in
        switch element.content {
        case .block, .empty: break
        case .list, .scalar:
          reading.refuse(element, reason: "Names and numbers belong here.", rule: "Write \(rule).")
        }
        for entry in element.entries {
          guard let raised = kind.read(entry.value, &reading) else { continue }
          channel.easesRoles[entry.name] = raised
        }
      }
    ).typical(.unpublished("compare deals of those it reached and of others"))
  }
}
