package io.github.lambdaesm.testing.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a {@link io.github.lambdaesm.testing.FakeLambda} received.
 *
 * @param operation the name of the operation, for example {@code CreateEventSourceMapping}; null if
 *     the request matches no operation of the fake
 * @param method the HTTP method
 * @param target the path and query as they were sent, still encoded
 * @param headers the headers, with case-insensitive names; without the signature and the session
 *     token
 * @param body the JSON of the request; empty if there is none
 */
public record ReceivedRequest(
    @Nullable String operation,
    String method,
    String target,
    Map<String, List<String>> headers,
    String body) {}
