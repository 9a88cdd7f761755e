package io.github.lambdaesm.internal.endpoint;

import java.net.URI;
import software.amazon.awssdk.regions.Region;

/**
 * Where a request goes.
 *
 * @param uri scheme, host, perhaps a port and a path
 * @param region for which it is signed
 */
public record Endpoint(URI uri, Region region) {}
