package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Verifies the documented defaults of the connection pool that a client creates for itself. */
class ConnectionPoolTest {

  @Test
  void usesDocumentedDefaultTimeouts() {
    assertThat(ConnectionPool.CONNECTION_CONFIG.getConnectTimeout().toDuration())
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(ConnectionPool.CONNECTION_CONFIG.getSocketTimeout().toDuration())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(ConnectionDefaults.IDLE_TIMEOUT).isEqualTo(Duration.ofSeconds(60));
    assertThat(ConnectionPool.REQUEST_CONFIG.getConnectionRequestTimeout().toDuration())
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(Timeouts.DEFAULT)
        .isEqualTo(new Timeouts(Duration.ofSeconds(120), Duration.ofSeconds(30)));
  }

  @Test
  void allowsFiftyConnections() {
    ConnectionPool pool = new ConnectionPool();

    assertThat(pool.stats().getMax()).isEqualTo(50);
    pool.close();
  }

  @Test
  void ignoresCookies() {
    RawServer server =
        RawServer.start(
            connection -> {
              while (true) {
                String request = connection.readRequest();
                connection.write(
                    request.contains("Cookie")
                        ? RawServer.response("400 Bad Request", "", "{}")
                        : RawServer.response("202 Accepted", "Set-Cookie: a=b\r\n", "{}"));
              }
            });
    try (server;
        Calls calls = Calls.to(server.uri())) {
      calls.create();
      calls.create();
      assertThat(server.requests()).isEqualTo(2);
    }
  }
}
