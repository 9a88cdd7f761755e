package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * What all attempts of a call have in common.
 *
 * @param credentials for this call alone; null for the client's
 * @param timeouts those of the client, or of the request
 * @param deadline by which the call ends
 */
record Call<O>(
    Operation<?, O> operation,
    UnsignedRequest request,
    @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials,
    Timeouts timeouts,
    Deadline deadline) {

  String name() {
    return operation.name();
  }

  ClientExceptions exceptions() {
    return new ClientExceptions(name(), timeouts);
  }
}
