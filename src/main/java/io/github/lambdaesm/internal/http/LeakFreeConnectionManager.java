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
 * Keeps the pool from leaking connections.
 *
 * <ul>
 *   <li>The pool can grant a connection in the very moment in which the thread that waits for it is
 *       interrupted. It then counts as leased, the thread never gets it, and after as many such
 *       moments as there are connections every call would wait in vain. Such a connection is given
 *       back.
 *   <li>The pool forgets connections that are still being made when it is closed. Such a connection
 *       is closed when it is connected or released.
 * </ul>
 */
final class LeakFreeConnectionManager implements HttpClientConnectionManager {
  private final HttpClientConnectionManager pool;
  private final TimeValue idleTimeout;
  private final IdleConnectionReaper reaper;
  private volatile boolean shutDown;

  /**
   * @param idleTimeout how long a connection may be idle before it is not used again
   * @param reaper closes idle connections; it is looked after whenever one becomes idle
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
    pool.release(endpoint, newState, bounded(validDuration));
    reaper.ensureThread();
  }

  /** A negative duration stands for ever, and null for a connection that is not used again. */
  private @Nullable TimeValue bounded(@Nullable TimeValue validDuration) {
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
      throw new ConnectException("the client was closed while it was connecting");
    }
  }

  @Override
  public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
    pool.upgrade(endpoint, context);
    closeIfShutDown(endpoint);
  }

  /** Closes all connections: those in use, those that are idle, and those still being made. */
  void shutDown() {
    shutDown = true;
    pool.close(CloseMode.IMMEDIATE);
  }

  /**
   * Does nothing: HttpClient would close the pool for good on any Error. Its owner shuts it down.
   */
  @Override
  public void close(CloseMode closeMode) {}

  /** Does nothing, as {@link #close(CloseMode)}. */
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
        giveBack(e);
        throw e;
      }
    }

    /** Cancels the lease; where it is too late for that, takes what was granted and returns it. */
    private void giveBack(Throwable reason) {
      if (lease.cancel()) {
        return;
      }
      try {
        pool.release(lease.get(Timeout.ZERO_MILLISECONDS), null, TimeValue.ZERO_MILLISECONDS);
      } catch (ExecutionException | CancellationException e) {
        // Nothing was granted: the lease had failed, or somebody else had cancelled it.
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
