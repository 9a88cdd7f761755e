package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Prevents two connection leaks of HttpClient's pool.
 *
 * <ul>
 *   <li>The pool may lease a connection at the moment when the waiting thread is interrupted. The
 *       thread then never gets the connection, which stays leased; after enough such interrupts,
 *       the pool would be exhausted. This class returns such a connection to the pool.
 *   <li>The pool does not close connections that are still being established when it is closed.
 *       This class closes such a connection when it is connected or released.
 * </ul>
 */
final class LeakFreeConnectionManager implements HttpClientConnectionManager {
  private final HttpClientConnectionManager pool;
  private final TimeValue idleTimeout;
  private final IdleConnectionReaper reaper;
  private volatile boolean shutDown;

  /**
   * @param idleTimeout the time after which an idle connection is not reused
   * @param reaper closes idle connections; its thread is checked whenever a connection is released
   */
  LeakFreeConnectionManager(
      HttpClientConnectionManager pool, TimeValue idleTimeout, IdleConnectionReaper reaper) {
    this.pool = pool;
    this.idleTimeout = idleTimeout;
    this.reaper = reaper;
  }

  @Override
  public LeaseRequest lease(String id, HttpRoute route, Timeout requestTimeout, Object state) {
    return new Lease(pool.lease(id, route, requestTimeout, state));
  }

  @Override
  public void release(ConnectionEndpoint endpoint, Object newState, TimeValue validDuration) {
    if (shutDown) {
      endpoint.close(CloseMode.IMMEDIATE);
    }
    pool.release(endpoint, newState, limitToIdleTimeout(validDuration));
    reaper.ensureThread();
  }

  /**
   * Limits a keep-alive duration to the idle timeout. A negative duration is unlimited; null means
   * that the connection is not reused.
   */
  private @Nullable TimeValue limitToIdleTimeout(@Nullable TimeValue validDuration) {
    if (validDuration == null) {
      return null;
    }
    boolean longer = validDuration.getDuration() < 0 || validDuration.compareTo(idleTimeout) > 0;
    return longer ? idleTimeout : validDuration;
  }

  @Override
  public void connect(ConnectionEndpoint endpoint, TimeValue connectTimeout, HttpContext context)
      throws IOException {
    pool.connect(endpoint, connectTimeout, context);
    closeIfShutDown(endpoint);
  }

  private void closeIfShutDown(ConnectionEndpoint endpoint) throws ConnectException {
    if (shutDown) {
      endpoint.close(CloseMode.IMMEDIATE);
      throw new ConnectException("the client was closed while connecting");
    }
  }

  @Override
  public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
    pool.upgrade(endpoint, context);
    closeIfShutDown(endpoint);
  }

  /** Closes all connections: leased, idle, and still being established. */
  void shutDown() {
    shutDown = true;
    pool.close(CloseMode.IMMEDIATE);
  }

  /**
   * Does nothing, because HttpClient calls this on any Error, which would make the pool unusable.
   * The pool's owner calls {@link #shutDown()} instead.
   */
  @Override
  public void close(CloseMode closeMode) {}

  /** Does nothing, like {@link #close(CloseMode)}. */
  @Override
  public void close() {}

  private final class Lease implements LeaseRequest {
    private final LeaseRequest lease;

    Lease(LeaseRequest lease) {
      this.lease = lease;
    }

    @Override
    public ConnectionEndpoint get(Timeout timeout)
        throws InterruptedException, ExecutionException, TimeoutException {
      try {
        return lease.get(timeout);
      } catch (InterruptedException | TimeoutException | RuntimeException | Error e) {
        cancelOrRelease(e);
        throw e;
      }
    }

    /** Cancels the lease. If a connection has already been leased, returns it to the pool. */
    private void cancelOrRelease(Throwable reason) {
      if (lease.cancel()) {
        return;
      }
      try {
        pool.release(lease.get(Timeout.ZERO_MILLISECONDS), null, TimeValue.ZERO_MILLISECONDS);
      } catch (ExecutionException | CancellationException e) {
        // No connection was leased: the lease had failed, or another thread had canceled it.
        return;
      } catch (InterruptedException | TimeoutException | RuntimeException e) {
        reason.addSuppressed(e);
      }
    }

    @Override
    public boolean cancel() {
      return lease.cancel();
    }
  }
}
