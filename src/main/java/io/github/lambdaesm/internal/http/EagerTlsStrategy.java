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
 * Initializes TLS in the background while a client is built.
 *
 * <p>Initializing TLS takes longer than building the client and signing a request together. A
 * client whose endpoint is plain HTTP, as in tests, does not start it. If a connection needs TLS
 * earlier, it is initialized then.
 */
public final class EagerTlsStrategy implements TlsSocketStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(EagerTlsStrategy.class);

  private final Callable<SSLContext> create;
  private volatile FutureTask<SSLContext> tls;

  /** Uses the JDK's TLS, as its system properties configure it. */
  public EagerTlsStrategy() {
    this(SystemTls::createContext);
  }

  EagerTlsStrategy(Callable<SSLContext> create) {
    this.create = create;
    this.tls = new FutureTask<>(create);
  }

  /** Initializes TLS, and begins a handshake to load the classes that one needs. */
  public void prepare() {
    tls.run();
    try {
      rehearse(await());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // The call that connects reports it.
      LOG.debug("TLS could not be prepared", e);
    }
  }

  /** Prepares TLS on a new thread, if the JVM can create one. */
  public void begin() {
    try {
      DaemonThreads.named("lambda-esm-client-tls").newThread(this::prepare).start();
    } catch (OutOfMemoryError e) {
      // The first connection initializes TLS.
      LOG.debug("no thread could be created to prepare TLS", e);
    }
  }

  /** Creates the first message of a handshake, which loads half of the classes that one needs. */
  private static void rehearse(SSLContext context) throws SSLException {
    SSLEngine engine = context.createSSLEngine("localhost", 443);
    engine.setUseClientMode(true);
    engine.wrap(
        ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
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

  /** Runs the task unless another thread has, and waits for its result. */
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

  /** Retries what failed before: a security provider may be registered by now, or memory free. */
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
