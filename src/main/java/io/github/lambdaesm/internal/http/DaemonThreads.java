package io.github.lambdaesm.internal.http;

import java.util.concurrent.ThreadFactory;

/** Creates daemon threads that inherit neither the context class loader nor thread-locals. */
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
