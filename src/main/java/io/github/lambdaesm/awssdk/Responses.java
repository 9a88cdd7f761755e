package io.github.lambdaesm.awssdk;

import org.jspecify.annotations.Nullable;

/** Checks the responses of clients, which may be mocks. */
final class Responses {
  private Responses() {}

  static <T> T require(String operation, @Nullable T response) {
    if (response == null) {
      throw new IllegalStateException(
          operation
              + ": the client returned null; if it is a mock, define its response to this request");
    }
    return response;
  }
}
