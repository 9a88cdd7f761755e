package io.github.lambdaesm.internal.shape;

/** The part of an HTTP request that carries a member. */
enum Location {
  BODY,
  PATH,
  QUERY
}
