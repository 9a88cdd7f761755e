package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HttpClient's own TLS, made when the first connection needs it, or in the background before. To
 * make it takes longer than to build the rest of a client and to sign a request, so a client begins
 * early, unless it is told a plain endpoint, as that of a test is.
 */
public final class EagerTlsStrategy implements TlsSocketStrategy {
  private final Callable<SSLContext> create;
  private volatile FutureTask<SSLContext> tls;

  /** The TLS of the JDK, as its system properties set it. */
  public EagerTlsStrategy() {
    this(SystemTls::createContext);
  }

  EagerTlsStrategy(Callable<SSLContext> create) {
    this.create = create;
    this.tls = new FutureTask<>(create);
  }

  /** Makes it, and rehearses a handshake. */
  public void prepare() {
    tls.run();
    try {
      rehearse(await());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Whoever connects is told.
      log().debug("TLS could not be prepared", e);
    }
  }

  /** Does the same in a thread of its own, if there is room for one. */
  public void begin() {
    try {
      DaemonThreads.named("lambda-esm-client-tls").newThread(this::prepare).start();
    } catch (OutOfMemoryError e) {
      // Whoever connects does it.
      log().debug("there is no room for a thread", e);
    }
  }

  /** Makes the first message of a handshake, which loads half of what TLS needs for one. */
  private static void rehearse(SSLContext context) throws SSLException {
    SSLEngine engine = context.createSSLEngine("localhost", 443);
    engine.setUseClientMode(true);
    engine.wrap(
        ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
  }

  /** Looked up by who needs it: to set logging up takes time that the thread can have before. */
  private static Logger log() {
    return LoggerFactory.getLogger(EagerTlsStrategy.class);
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, Object attachment, HttpContext context)
      throws IOException {
    return new DefaultClientTlsStrategy(await(), HostnameVerificationPolicy.BUILTIN, null)
        .upgrade(socket, target, port, attachment, context);
  }

  private SSLContext await() throws IOException {
    try {
      return resultOf(tls);
    } catch (ExecutionException e) {
      return createAgain();
    }
  }

  /** Runs the task unless another thread has started it, and waits for its result. */
  private static SSLContext resultOf(FutureTask<SSLContext> task)
      throws InterruptedIOException, ExecutionException {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while TLS was being set up");
    }
  }

  /** What failed once may work by now: a security provider may have come, or memory. */
  private SSLContext createAgain() throws IOException {
    FutureTask<SSLContext> again = new FutureTask<>(create);
    try {
      SSLContext context = resultOf(again);
      tls = again;
      return context;
    } catch (ExecutionException e) {
      ConnectException failure = new ConnectException("TLS cannot be set up: " + e.getCause());
      failure.initCause(e.getCause());
      throw failure;
    }
  }
}
