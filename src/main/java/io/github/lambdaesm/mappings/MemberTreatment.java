package io.github.lambdaesm.mappings;

/** How an update treats a member. */
enum MemberTreatment {
  /** An update can set it. */
  UPDATED,
  /** The value is fixed when the mapping is created. */
  FIXED_AT_CREATION,
  /** It says where reading starts, so it is fixed, too, and has no meaning after the creation. */
  START,
  /** Set by TagResource and UntagResource. */
  TAGS,
  /** Identifies the mapping, or is reported by Lambda only. */
  REPORTED
}
