package io.github.lambdaesm.internal.shape;

/** Where a member of a request travels. */
enum Location {
  BODY,
  PATH,
  QUERY
}
