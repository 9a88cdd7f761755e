package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.net.Socket;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonLoggingConnectionTest {
  private final NonLoggingConnection connection = new NonLoggingConnection();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closesSocketBoundAfterClose(boolean immediately) throws Exception {
    Socket socket = new Socket();
    if (immediately) {
      connection.close(CloseMode.IMMEDIATE);
    } else {
      connection.close();
    }

    assertThatThrownBy(() -> connection.bind(socket)).isInstanceOf(InterruptedIOException.class);
    assertThat(socket.isClosed()).isTrue();
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void suspendsSocketTimeoutWhileIdle() throws Exception {
    Socket socket = new Socket();
    socket.setSoTimeout(1_000);
    connection.bind(socket);

    connection.passivate();
    assertThat(socket.getSoTimeout()).isZero();
    connection.activate();
    assertThat(socket.getSoTimeout()).isEqualTo(1_000);

    connection.setSocketTimeout(Timeout.ofMilliseconds(7));
    connection.passivate();
    connection.activate();
    assertThat(socket.getSoTimeout()).isEqualTo(7);
    assertThat(connection.getSocket()).isSameAs(socket);
    connection.close(CloseMode.IMMEDIATE);
    assertThat(connection.getSocket()).isNull();
  }
}
