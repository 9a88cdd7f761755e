package io.github.lambdaesm.mappings;

/**
 * Receives the events of deployments, for example to print their progress.
 *
 * <p>A listener is called in the thread that deploys. It must be thread-safe if several threads use
 * the same {@link EventSourceMappings}, or if a call works on many mappings. If it throws an
 * exception, the exception is logged and the deployment continues.
 */
@FunctionalInterface
public interface EnsureListener {
  /** Receives an event. */
  void onEvent(EnsureEvent event);
}
