package io.github.lambdaesm.mappings;

/**
 * Receives the events of a deploy, for example to print its progress.
 *
 * <p>It is called by the thread that deploys; if several threads use the same {@link
 * EventSourceMappings}, it must be thread-safe. An exception that it throws is logged and does not
 * stop the deploy.
 */
@FunctionalInterface
public interface EnsureListener {
  /** Receives an event. */
  void onEvent(EnsureEvent event);
}
