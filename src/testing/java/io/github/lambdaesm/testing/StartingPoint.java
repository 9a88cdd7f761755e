package io.github.lambdaesm.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a new mapping may begin to read. */
final class StartingPoint {
  private static final String POSITION = "StartingPosition";
  private static final String TIMESTAMP = "StartingPositionTimestamp";

  private StartingPoint() {}

  static void check(ObjectNode request, SourceKind kind) {
    if (request.hasNonNull(POSITION)) {
      checkPosition(request, kind);
    } else {
      checkMayBeMissing(kind);
    }
    checkTimestamp(request);
  }

  private static void checkPosition(ObjectNode request, SourceKind kind) {
    if (kind.isQueue()) {
      throw ServiceError.invalidParameter("StartingPosition is not valid for SQS event sources.");
    }
    if (kind == SourceKind.MQ) {
      throw Parameters.unsupported(POSITION);
    }
    if (kind == SourceKind.DYNAMODB && isTimestamp(request)) {
      throw ServiceError.invalidParameter(
          "Unsupported starting position for arn type: " + request.get("EventSourceArn").asText());
    }
  }

  private static void checkMayBeMissing(SourceKind kind) {
    if (kind.isStream()) {
      // Said like a violation of the request's shape, but under another code.
      throw ServiceError.invalidParameter(
          "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
              + " constraint: Member must not be null.");
    }
    if (kind == SourceKind.MSK) {
      throw Parameters.missing(POSITION);
    }
  }

  private static void checkTimestamp(ObjectNode request) {
    if (request.hasNonNull(TIMESTAMP) && !isTimestamp(request)) {
      throw Parameters.unsupported(TIMESTAMP);
    }
    if (isTimestamp(request) && !request.hasNonNull(TIMESTAMP)) {
      throw Parameters.missing(TIMESTAMP);
    }
  }

  private static boolean isTimestamp(ObjectNode request) {
    return request.path(POSITION).asText().equals("AT_TIMESTAMP");
  }
}
