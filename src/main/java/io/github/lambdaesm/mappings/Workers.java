package io.github.lambdaesm.mappings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Runs tasks on a few threads, which have ended when {@link #run} returns or throws.
 *
 * <p>A task should handle its exceptions. Anything that it throws, such as an {@link Error}, ends
 * the run and is thrown to the caller. An instance runs one set of tasks at a time.
 */
final class Workers {
  private final int concurrency;
  private final ThreadFactory threadFactory;
  private volatile boolean stopped;
  private volatile @Nullable Throwable failure;

  Workers(int concurrency, @Nullable ThreadFactory threadFactory) {
    this.concurrency = concurrency;
    this.threadFactory = threadFactory == null ? Workers::daemon : threadFactory;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "event-source-mappings");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs a task for each number from 0 to {@code count - 1}.
   *
   * @throws AbortedException if this thread is interrupted; its interrupt flag is set again
   */
  void run(int count, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    Semaphore ended = new Semaphore(0);
    List<Thread> threads = new ArrayList<>();
    boolean finished = false;
    try {
      for (int i = 0; i < Math.min(concurrency, count); i++) {
        Thread thread = newThread(() -> work(count, next, task, ended));
        thread.start();
        threads.add(thread);
      }
      finished = awaitAll(threads.size(), ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create(
          "Interrupted. Mappings may have changed; repeat the call to do the rest.", e);
    } finally {
      end(threads, !finished);
    }
    rethrow(failure);
  }

  private Thread newThread(Runnable task) {
    Thread thread = threadFactory.newThread(task);
    if (thread == null) {
      throw new IllegalStateException(
          "threadFactory returned null; it must return a thread for each task");
    }
    return thread;
  }

  private void work(int count, AtomicInteger next, IntConsumer task, Semaphore ended) {
    try {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        // An interrupt of one task must not end the next one, unless all are stopped.
        Thread.interrupted();
        if (stopped) {
          return;
        }
        task.accept(i);
      }
    } catch (Throwable e) {
      failure = e;
      stopped = true;
    } finally {
      ended.release();
    }
  }

  /** Returns true when all threads have ended, and false as soon as one has failed. */
  private boolean awaitAll(int threads, Semaphore ended) throws InterruptedException {
    for (int i = 0; i < threads; i++) {
      ended.acquire();
      if (failure != null) {
        return false;
      }
    }
    return true;
  }

  private void end(List<Thread> threads, boolean early) {
    if (early) {
      stopped = true;
      threads.forEach(Thread::interrupt);
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure != null) {
      throw new IllegalStateException("a task threw a checked exception", failure);
    }
  }
}
