package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadCapability;

/**
 * How a document is read.
 *
 * @param unknownMembers what becomes of members that a shape does not know
 * @param untypedScalars whether the format has only text, as XML has, so that numbers and booleans
 *     are text too
 */
record Reading(UnknownMembers unknownMembers, boolean untypedScalars) {
  /** An answer of the service. */
  static final Reading ANSWER = new Reading(UnknownMembers.SKIPPED, false);

  static Reading of(JsonParser parser, UnknownMembers unknownMembers) {
    return new Reading(
        unknownMembers,
        parser.getReadCapabilities().isEnabled(StreamReadCapability.UNTYPED_SCALARS));
  }
}
