package io.github.lambdaesm.mappings;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts finished mappings and reports them to the listener. */
final class ProgressTracker {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressTracker.class);

  private final ProgressListener listener;
  private final int total;
  private final FacadeTime time;
  private final long start;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<BulkOutcome, Integer> counts = new EnumMap<>(BulkOutcome.class);
  private int done;
  private int failures;
  private boolean listenerFailed;

  ProgressTracker(ProgressListener listener, int total, FacadeTime time, long start) {
    this.listener = listener;
    this.total = total;
    this.time = time;
    this.start = start;
  }

  void done(BulkItem<?> item) {
    lock.lock();
    try {
      done++;
      failures += item.isFailure() ? 1 : 0;
      counts.merge(item.outcome(), 1, Integer::sum);
      notifyListener(
          new Progress(
              done,
              total,
              Collections.unmodifiableMap(new EnumMap<>(counts)),
              failures,
              Duration.ofNanos(Math.max(0, time.nanos() - start)),
              item));
    } finally {
      lock.unlock();
    }
  }

  private void notifyListener(Progress progress) {
    try {
      listener.onProgress(progress);
    } catch (Exception e) { // A listener can throw an undeclared one.
      if (listenerFailed) {
        LOG.debug("The progress listener failed again", e);
      } else {
        listenerFailed = true;
        LOG.warn("The progress listener failed; the call continues", e);
      }
    }
  }
}
