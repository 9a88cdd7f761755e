package io.github.lambdaesm.internal.shape;

/** Says which values the service fills in for members that nobody set. */
@FunctionalInterface
public interface FillIns {

  /**
   * Returns whether the service may have filled in a value.
   *
   * @param path the names of the members that lead to it, with dots between them
   */
  boolean allow(String path, Object value);
}
