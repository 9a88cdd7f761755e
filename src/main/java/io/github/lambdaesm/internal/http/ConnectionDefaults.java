package io.github.lambdaesm.internal.http;

import java.time.Duration;

/** The default connection settings of the HTTP clients that this library builds. */
final class ConnectionDefaults {
  static final int MAX_CONNECTIONS = 50;
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  static final Duration LEASE_TIMEOUT = Duration.ofSeconds(10);
  static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

  private ConnectionDefaults() {}
}
