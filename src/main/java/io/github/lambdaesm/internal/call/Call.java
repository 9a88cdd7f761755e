package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;

/**
 * The data that all attempts of a call share.
 *
 * @param deadline the deadline of the whole call
 */
record Call<O>(
    Operation<?, O> operation,
    UnsignedRequest request,
    RequestSettings settings,
    Deadline deadline) {

  String name() {
    return operation.name();
  }

  ClientExceptions exceptions() {
    return new ClientExceptions(name(), settings.timeouts());
  }
}
