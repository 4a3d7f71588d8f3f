import Documents

/// The blocks that are read again and again, each described once: to put a description together takes longer
/// than to read a block by it.
enum Descriptions {
  static let scenario = Section<ScenarioDraft>.scenario
  static let plan = Section<PlanDraft>.plan
  static let segment = Section<SegmentDraft>.segment
  static let service = Section<SegmentDraft>.service
  static let channel = Section<ChannelDraft>.channel
  static let committeeRole = Section<CommitteeDraft.Role>.committeeRole
  static let lever = Section<LeverDraft>.lever
  static let event = Section<EventDraft>.event
  static let assumption = Section<AssumptionDraft>.assumption
  static let whoPeopleAre = Section<SegmentDraft>.whoPeopleAre
}
