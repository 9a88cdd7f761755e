package io.github.lambdaesm.internal.shape;

/** Decides which values the service fills in for members that a request does not set. */
@FunctionalInterface
public interface ServiceDefaults {

  /**
   * Returns whether the service may have filled in this value.
   *
   * @param path the names of the members that lead to the value, separated by dots
   */
  boolean includes(String path, Object value);
}
