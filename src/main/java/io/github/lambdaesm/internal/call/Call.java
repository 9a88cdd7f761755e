package io.github.lambdaesm.internal.call;

import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.UnsignedRequest;
import io.github.lambdaesm.internal.time.Deadline;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * The data that all attempts of a call share.
 *
 * @param credentials the credentials of this call; null to use the client's credentials
 * @param timeouts the timeouts of the request, or else of the client
 * @param deadline the deadline of the whole call
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
