package io.github.lambdaesm.testing.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived at a {@link FakeLambda}.
 *
 * @param operation the name of the operation, for example {@code CreateEventSourceMapping}; null if
 *     the request is none that the fake knows
 * @param method of HTTP
 * @param target path and query, as they were sent
 * @param headers by names that are looked up in any case; without the signature and the session
 *     token
 * @param body the JSON of the request, or nothing
 */
public record ReceivedRequest(
    @Nullable String operation,
    String method,
    String target,
    Map<String, List<String>> headers,
    String body) {}
