package io.github.lambdaesm.internal.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadCapability;

/**
 * Options for reading a document.
 *
 * @param unknownMembers how to treat members that a shape does not know
 * @param untypedScalars whether the format, like XML, has only text, so that numbers and booleans
 *     are read from text
 */
record ReadOptions(UnknownMembers unknownMembers, boolean untypedScalars) {
  /** The options for a response of the service. */
  static final ReadOptions RESPONSE = new ReadOptions(UnknownMembers.SKIPPED, false);

  static ReadOptions of(JsonParser parser, UnknownMembers unknownMembers) {
    return new ReadOptions(
        unknownMembers,
        parser.getReadCapabilities().isEnabled(StreamReadCapability.UNTYPED_SCALARS));
  }
}
