package io.github.lambdaesm.internal.http;

import java.io.IOException;
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

/**
 * Gives back the connection that the pool grants in the very moment in which the thread that waits
 * for it is interrupted. The pool counts such a connection as leased, the thread never gets it, and
 * after as many such moments as there are connections every call would wait in vain.
 */
final class LeakFreeConnectionManager implements HttpClientConnectionManager {
  private final HttpClientConnectionManager pool;

  LeakFreeConnectionManager(HttpClientConnectionManager pool) {
    this.pool = pool;
  }

  @Override
  public LeaseRequest lease(String id, HttpRoute route, Timeout requestTimeout, Object state) {
    return new Lease(pool.lease(id, route, requestTimeout, state));
  }

  @Override
  public void release(ConnectionEndpoint endpoint, Object newState, TimeValue validDuration) {
    pool.release(endpoint, newState, validDuration);
  }

  @Override
  public void connect(ConnectionEndpoint endpoint, TimeValue connectTimeout, HttpContext context)
      throws IOException {
    pool.connect(endpoint, connectTimeout, context);
  }

  @Override
  public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
    pool.upgrade(endpoint, context);
  }

  /** Does nothing: HttpClient would close the pool for good on any Error. Its owner closes it. */
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
      } catch (InterruptedException | TimeoutException e) {
        giveBack();
        throw e;
      }
    }

    /** Cancels the lease; where it is too late for that, takes what was granted and returns it. */
    private void giveBack() throws InterruptedException, TimeoutException {
      if (lease.cancel()) {
        return;
      }
      try {
        pool.release(lease.get(Timeout.ZERO_MILLISECONDS), null, TimeValue.ZERO_MILLISECONDS);
      } catch (ExecutionException | CancellationException e) {
        // Nothing was granted: the lease had failed, or somebody else had cancelled it.
        return;
      }
    }

    @Override
    public boolean cancel() {
      return lease.cancel();
    }
  }
}
