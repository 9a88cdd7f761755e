package io.github.lambdaesm.internal.endpoint;

import java.net.URI;
import software.amazon.awssdk.regions.Region;

/**
 * The endpoint that requests are sent to.
 *
 * @param uri its scheme and host, and a port and path if it has them
 * @param region the Region that requests are signed for
 */
public record Endpoint(URI uri, Region region) {
  /** The name of the service in host names, signatures and retry scopes. */
  public static final String SERVICE_NAME = "lambda";
}
