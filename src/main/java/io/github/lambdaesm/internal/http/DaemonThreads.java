package io.github.lambdaesm.internal.http;

import java.util.concurrent.ThreadFactory;

/** Threads that keep nothing alive: not the JVM, nor what the thread that made them had in view. */
final class DaemonThreads {
  private DaemonThreads() {}

  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(null, task, name, 0, false);
      thread.setContextClassLoader(null);
      thread.setDaemon(true);
      return thread;
    };
  }
}
