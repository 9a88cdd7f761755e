package io.github.lambdaesm.mappings;

/** How an update treats a member. */
enum MemberTreatment {
  /** An update can set it. */
  UPDATED,
  /** The value is fixed when the mapping is created. */
  FIXED_AT_CREATION,
  /** Says where reading starts. Fixed at creation, and meaningless afterwards. */
  START,
  /** Set by TagResource and UntagResource. */
  TAGS,
  /** Identifies the mapping, or is reported by Lambda only. */
  REPORTED
}
